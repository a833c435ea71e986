package io.spate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TaskQueueTest {
    private final MockTicker ticker = Ticker.newMockTicker();
    private final TaskQueue queue = new TaskQueue(ticker, 10);

    @Test
    void drainsAtItsRate() {
        for (int i = 0; i < 20; i++) {
            queue.enqueue();
        }
        assertThat(queue.depth()).isEqualTo(20);
        ticker.advanceMillis(99);
        assertThat(queue.processed()).isZero();
        ticker.advanceMillis(1);
        assertThat(queue.processed()).isEqualTo(1);
        ticker.advanceMillis(950);
        assertThat(queue.processed()).isEqualTo(10);
        assertThat(queue.depth()).isEqualTo(10);
        ticker.advance(1, TimeUnit.HOURS);
        assertThat(queue.processed()).isEqualTo(20);
        assertThat(queue.depth()).isZero();
    }

    @Test
    void idleTimeIsNotSavedUp() {
        ticker.advance(1, TimeUnit.HOURS);
        queue.enqueue();
        queue.enqueue();
        ticker.advanceMillis(100);
        assertThat(queue.processed()).isEqualTo(1);
    }

    @Test
    void knowsWhereATaskIs() {
        assertThat(queue.enqueue()).isEqualTo(1);
        queue.enqueue();
        queue.enqueue();
        ticker.advanceMillis(100);
        assertThat(queue.state(1)).isEqualTo(TaskQueue.State.DONE);
        assertThat(queue.state(2)).isEqualTo(TaskQueue.State.RUNNING);
        assertThat(queue.state(3)).isEqualTo(TaskQueue.State.QUEUED);
        assertThat(queue.state(4)).isEqualTo(TaskQueue.State.UNKNOWN);
        assertThat(queue.state(0)).isEqualTo(TaskQueue.State.UNKNOWN);
    }

    @Test
    void refusesWhatIsTooMuch() {
        for (long i = 0; i < TaskQueue.DEPTH_MAX; i++) {
            queue.enqueue();
        }
        assertThat(queue.enqueue()).isZero();
        assertThat(queue.refused()).isEqualTo(1);
        ticker.advanceMillis(100);
        assertThat(queue.enqueue()).isEqualTo(TaskQueue.DEPTH_MAX + 1);
    }

    /** Against a worker that is played step by step. */
    @Property
    void processesAsOneWorkerWould(
            @ForAll @Size(max = 50) List<@IntRange(max = 400) Integer> pausesMillis) {
        MockTicker clock = Ticker.newMockTicker();
        TaskQueue subject = new TaskQueue(clock, 10);
        long nowMillis = 0;
        long[] finishMillis = new long[pausesMillis.size()];
        long freeMillis = 0;
        for (int i = 0; i < finishMillis.length; i++) {
            clock.advanceMillis(pausesMillis.get(i));
            nowMillis += pausesMillis.get(i);
            freeMillis = Math.max(freeMillis, nowMillis) + 100;
            finishMillis[i] = freeMillis;
            subject.enqueue();
            long done = 0;
            for (int j = 0; j <= i; j++) {
                done += finishMillis[j] <= nowMillis ? 1 : 0;
            }
            assertThat(subject.processed()).isEqualTo(done);
            assertThat(subject.depth()).isEqualTo(i + 1 - done);
        }
    }
}
