package io.spate.output.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Ticker;
import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.CourierTest.Line;
import io.spate.output.testkit.FakeRun;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The thread of a delivery; what it does step by step is the courier's. */
class DeliveryTest {
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Takes what comes, unless a subclass does not. */
    private class Place implements Carrier<Line, String> {
        @Override
        public void prepare() {}

        @Override
        public List<Parcel<String>> encode(Line line) {
            return List.of(new Parcel<>(line.text(), 1));
        }

        @Override
        public List<Parcel<String>> rest(RunResult result) {
            return List.of();
        }

        @Override
        public void send(String text) throws SendException, InterruptedException {
            arrived.add(text);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private Delivery<Line> delivery(Place place) {
        return Delivery.start("db", place, Ticker.system(), messages::add);
    }

    private static long inSeconds(long seconds) {
        return System.nanoTime() + seconds * 1_000_000_000L;
    }

    @Test
    void sendsAllBeforeItEnds() throws InterruptedException {
        var delivery = delivery(new Place());
        delivery.offer(new Line("a"));
        delivery.offer(new Line("b"));
        delivery.end(FakeRun.nothing());

        assertThat(delivery.await(inSeconds(10))).isEqualTo(new Delivered("db", 2, 0, 0, ""));
        assertThat(arrived).containsExactly("a", "b");
        closed.await();
    }

    @Test
    void doesNotWaitForAPlaceThatIsStuck() {
        var delivery =
                delivery(
                        new Place() {
                            @Override
                            public void send(String text) throws InterruptedException {
                                new CountDownLatch(1).await();
                            }
                        });
        delivery.offer(new Line("a"));
        delivery.offer(new Line("b"));
        delivery.end(FakeRun.nothing());

        assertThat(delivery.await(System.nanoTime())).extracting(Delivered::lost).isEqualTo(2L);
    }

    @Test
    void tellsAFaultOfItsOwn() {
        var delivery =
                delivery(
                        new Place() {
                            @Override
                            public List<Parcel<String>> encode(Line line) {
                                throw new IllegalStateException("oops");
                            }
                        });
        delivery.offer(new Line("a"));
        delivery.end(FakeRun.nothing());

        assertThat(delivery.await(inSeconds(10)).failure()).contains("oops");
        assertThat(messages).singleElement().asString().contains("a fault in Spate", "oops");
    }
}
