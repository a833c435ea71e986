package io.spate.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimerQueueTest {
    private final TimerQueue queue = new TimerQueue();

    private record Task(long dueNanos, int number) implements Runnable {
        @Override
        public void run() {}
    }

    private List<Runnable> takeAllDue(long nowNanos) {
        List<Runnable> taken = new ArrayList<>();
        for (Runnable task = queue.takeDue(nowNanos);
                task != null;
                task = queue.takeDue(nowNanos)) {
            taken.add(task);
        }
        return taken;
    }

    @Test
    void hasNothingDueWhenEmpty() {
        assertThat(queue.nextDueNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(queue.takeDue(Long.MAX_VALUE)).isNull();
    }

    @Property(tries = 300)
    void takesWhatIsDueInOrderAndNothingCancelled(
            @ForAll @Size(max = 400) List<@IntRange(min = 0, max = 50) Integer> dues,
            @ForAll @Size(max = 400) List<Boolean> cancels,
            @ForAll @IntRange(min = 0, max = 50) int nowNanos) {
        List<Task> expected = new ArrayList<>();
        List<Task> later = new ArrayList<>();
        List<EventLoop.Timer> timers = new ArrayList<>();
        for (int i = 0; i < dues.size(); i++) {
            Task task = new Task(dues.get(i), i);
            timers.add(queue.add(task.dueNanos, task));
            boolean cancelled = i < cancels.size() && cancels.get(i);
            if (!cancelled) {
                (task.dueNanos <= nowNanos ? expected : later).add(task);
            }
        }
        for (int i = 0; i < Math.min(timers.size(), cancels.size()); i++) {
            if (cancels.get(i)) {
                timers.get(i).cancel();
                timers.get(i).cancel();
            }
        }
        Comparator<Task> order =
                Comparator.comparingLong(Task::dueNanos).thenComparingInt(Task::number);
        expected.sort(order);
        later.sort(order);
        assertThat(takeAllDue(nowNanos)).isEqualTo(expected);
        assertThat(queue.waiting()).isEqualTo(later.size());
        assertThat(takeAllDue(Long.MAX_VALUE)).isEqualTo(later);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void forgetsTombstonesBeforeTheyAreDue() {
        for (int i = 0; i < 100_000; i++) {
            queue.add(1_000_000 + i, new Task(i, i)).cancel();
        }
        queue.add(5, new Task(5, 5));
        assertThat(queue.nextDueNanos()).isEqualTo(5);
        List<Runnable> seen = new ArrayList<>();
        queue.forEach(seen::add);
        assertThat(seen).hasSize(1);
        assertThat(queue.size()).isLessThan(200);
    }
}
