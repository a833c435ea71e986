package io.spate.output.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.RunResult;
import io.spate.output.testkit.FakeRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In virtual time: the clock is a number. */
class CourierTest {
    private static final long SECOND = 1_000_000_000L;

    private final Database database = new Database();
    private final Outbox<Line> outbox = new Outbox<>(3, Long.MAX_VALUE);
    private final List<String> messages = new ArrayList<>();
    private final Courier<Line, String> courier =
            new Courier<>(
                    "db",
                    outbox,
                    database,
                    new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), new Random(1)),
                    messages::add);
    private long now;

    record Line(String text) implements Freight<Line> {
        @Override
        public long bytes() {
            return text.length();
        }

        @Override
        public long points() {
            return 1;
        }

        @Override
        public Optional<Line> merged(Line later) {
            return Optional.empty();
        }
    }

    /** Has what arrived, and fails as it is told to. */
    private static final class Database implements Carrier<Line, String> {
        private final List<String> arrived = new ArrayList<>();
        private @Nullable SendException fault;
        private @Nullable SendException faultOfPreparing;
        private int attempts;

        @Override
        public void prepare() throws SendException {
            if (faultOfPreparing != null) {
                throw faultOfPreparing;
            }
            arrived.add("ready");
        }

        @Override
        public List<Parcel<String>> encode(Line line) {
            return List.of(new Parcel<>(line.text, 1));
        }

        @Override
        public List<Parcel<String>> rest(RunResult result) {
            return List.of(new Parcel<>("last", 1));
        }

        @Override
        public void send(String text) throws SendException {
            attempts++;
            if (fault != null) {
                throw fault;
            }
            arrived.add(text);
        }

        @Override
        public void close() {}
    }

    private void offer(String... lines) {
        for (var line : lines) {
            outbox.add(new Line(line));
        }
    }

    /** Goes on for so many seconds. */
    private void pass(long seconds) throws InterruptedException {
        long until = now + seconds * SECOND;
        while (now < until) {
            long wait = courier.step(now);
            if (wait == Courier.DONE) {
                return;
            }
            now = wait == Courier.IDLE ? until : Math.min(until, now + wait);
        }
    }

    private void end() throws InterruptedException {
        courier.end(FakeRun.nothing());
        pass(100);
    }

    @Test
    void preparesOnceAndSendsInOrderAndWhatIsLeftAtTheEnd() throws InterruptedException {
        offer("a", "b");
        pass(1);
        offer("c");
        end();

        assertThat(database.arrived).containsExactly("ready", "a", "b", "c", "last");
        assertThat(courier.delivered()).isEqualTo(new Delivered("db", 4, 0, 0, ""));
        assertThat(messages).isEmpty();
    }

    @Test
    void triesAgainLaterAndLater() throws InterruptedException {
        database.fault = SendException.passing("refuses the connection");
        offer("a");
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 6; i++) {
            long wait = courier.step(now);
            waits.add(wait);
            assertThat(courier.step(now + wait / 2)).as("not before it is due").isPositive();
            now += wait;
        }
        for (int i = 0; i < waits.size(); i++) {
            long whole = Math.min(SECOND << i, 8 * SECOND);
            assertThat(waits.get(i)).isBetween(whole / 2, whole);
        }
        assertThat(database.attempts).isEqualTo(6);
    }

    @Test
    void tellsOnceThatItFailsAndOnceThatItWorksAgain() throws InterruptedException {
        offer("a");
        pass(1);
        database.fault = SendException.passing("refuses the connection");
        offer("b");
        pass(30);
        offer("c");
        pass(30);
        database.fault = null;
        pass(30);

        assertThat(messages)
                .containsExactly(
                        "db: refuses the connection. The run goes on; what is measured waits and"
                                + " is sent again",
                        "db works again");
        assertThat(database.arrived).containsExactly("ready", "a", "b", "c");
    }

    @Test
    void doesNotTellOfEachOfManyFailures() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            database.fault = SendException.lasting("answers with HTTP 400");
            offer("bad");
            pass(1);
            database.fault = null;
            offer("good");
            pass(1);
        }
        assertThat(messages).hasSize(2 * Courier.EPISODES_MAX);
        assertThat(messages.get(8)).endsWith("That it fails is not told any more");
        assertThat(courier.delivered())
                .isEqualTo(new Delivered("db", 50, 50, 0, "answers with HTTP 400"));
    }

    @Test
    void doesNotTryAgainWhatWillNotPass() throws InterruptedException {
        database.fault = SendException.lasting("answers with HTTP 401");
        offer("a", "b");
        pass(60);

        assertThat(database.attempts).isEqualTo(2);
        assertThat(courier.delivered().lost()).isEqualTo(2);
        assertThat(messages)
                .containsExactly(
                        "db: answers with HTTP 401. The run goes on; what it does not take is"
                                + " counted");
    }

    @Test
    void waitsAsLongAsTheOtherSideSays() throws InterruptedException {
        database.fault = SendException.passing("answers with HTTP 429", Duration.ofSeconds(20));
        offer("a");

        assertThat(courier.step(now)).isEqualTo(20 * SECOND);
    }

    @Test
    void givesUpAParcelThatNeverPassesSoThatOthersDo() throws InterruptedException {
        database.fault = SendException.passing("answers with HTTP 500");
        offer("bad");
        pass(19 * 8);
        assertThat(database.attempts).isEqualTo(Courier.ATTEMPTS_MAX);
        database.fault = null;
        offer("good");
        pass(10);

        assertThat(database.arrived).containsExactly("ready", "good");
        assertThat(courier.delivered().lost()).isEqualTo(1);
    }

    @Test
    void countsWhatFindsTheOutboxFull() throws InterruptedException {
        database.fault = SendException.passing("refuses the connection");
        offer("in hand");
        pass(1);
        offer("a", "b", "c", "d", "e");
        database.fault = null;
        pass(30);

        assertThat(database.arrived).containsExactly("ready", "in hand", "c", "d", "e");
        assertThat(courier.delivered().lost()).isEqualTo(2);
    }

    @Test
    void losesNothingWhileThePlaceIsNotReady() throws InterruptedException {
        database.faultOfPreparing = SendException.lasting("password authentication failed");
        offer("a");
        pass(30);
        offer("b");
        pass(30);
        database.faultOfPreparing = null;
        pass(30);

        assertThat(database.arrived).containsExactly("ready", "a", "b");
        assertThat(courier.delivered().lost()).isZero();
    }

    @Test
    void hurriesAtTheEndAndCountsWhatIsLeft() throws InterruptedException {
        database.fault = SendException.passing("refuses the connection");
        offer("a");
        pass(60);
        offer("b", "c");
        courier.end(FakeRun.nothing());
        int before = database.attempts;
        pass(5);

        assertThat(database.attempts - before).isGreaterThanOrEqualTo(4);
        assertThat(courier.abandoned())
                .isEqualTo(new Delivered("db", 0, 3, 0, "refuses the connection"));
    }
}
