package io.spate.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a loop promises, on each transport. */
@ParameterizedClass
@MethodSource("io.spate.net.Mode#all")
class EventLoopContractTest {
    private final Mode mode;
    private EventLoop loop;

    EventLoopContractTest(Mode mode) {
        this.mode = mode;
    }

    @BeforeEach
    void start() {
        loop = mode.start();
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void runsTasksOfOtherThreadsOnItsOwn() throws Exception {
        CompletableFuture<String> name = new CompletableFuture<>();
        loop.execute(() -> name.complete(Thread.currentThread().getName()));
        assertThat(name.get(10, TimeUnit.SECONDS)).isEqualTo("loop-under-test");
    }

    @Test
    void carriesVirtualThreadsItself() throws Exception {
        String thread = Mode.on(loop, () -> Thread.currentThread().toString());
        assertThat(thread).endsWith("@loop-under-test");
    }

    @Test
    void survivesATaskThatFails() throws Exception {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        CompletableFuture<String> next = new CompletableFuture<>();
        loop.execute(
                () ->
                        Thread.currentThread()
                                .setUncaughtExceptionHandler((_, e) -> told.complete(e)));
        loop.execute(
                () -> {
                    throw new IllegalStateException("mine");
                });
        loop.execute(() -> next.complete("alive"));
        assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo("alive");
        assertThat(told.get()).hasMessage("mine");
    }

    @Test
    void runsTimersInTheirOrderAndNotTheCancelled() throws Exception {
        List<Integer> order =
                Mode.on(
                        loop,
                        () -> {
                            List<Integer> ran = new ArrayList<>();
                            long nowNanos = System.nanoTime();
                            CompletableFuture<List<Integer>> all = new CompletableFuture<>();
                            loop.schedule(nowNanos + 30_000_000, () -> all.complete(ran));
                            loop.schedule(nowNanos + 20_000_000, () -> ran.add(2));
                            EventLoop.Timer dropped =
                                    loop.schedule(nowNanos + 15_000_000, () -> ran.add(99));
                            loop.schedule(nowNanos + 20_000_000, () -> ran.add(3));
                            loop.schedule(nowNanos - 5_000_000, () -> ran.add(1));
                            dropped.cancel();
                            dropped.cancel();
                            return all.get(10, TimeUnit.SECONDS);
                        });
        assertThat(order).containsExactly(1, 2, 3);
    }

    @Test
    void sleepsUntilTheInstantAndNotShorter() throws Exception {
        long lateNanos =
                Mode.on(
                        loop,
                        () -> {
                            long dueNanos = Mode.inMillis(20);
                            loop.sleepUntil(dueNanos);
                            return System.nanoTime() - dueNanos;
                        });
        assertThat(lateNanos).isNotNegative();
    }

    @Test
    void letsOthersRunWhereTheInstantHasPassed() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Boolean> greedy =
                Mode.startOn(
                        loop,
                        () -> {
                            while (!stop.get()) {
                                loop.sleepUntil(0);
                            }
                            return true;
                        });
        CompletableFuture<Boolean> other =
                Mode.startOn(
                        loop,
                        () -> {
                            loop.sleepUntil(Mode.inMillis(5));
                            stop.set(true);
                            return true;
                        });
        assertThat(other.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(greedy.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void interruptEndsASleep() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CompletableFuture<Boolean> user =
                Mode.startOn(
                        loop,
                        () -> {
                            thread.complete(Thread.currentThread());
                            assertThatThrownBy(() -> loop.sleepUntil(Mode.soon()))
                                    .isInstanceOf(InterruptedException.class);
                            return Thread.currentThread().isInterrupted();
                        });
        thread.get().interrupt();
        assertThat(user.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void carriesThreadsThatSleepLockAndWaitInTheJdksWays() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Object monitor = new Object();
        int[] count = new int[1];
        List<CompletableFuture<Boolean>> users = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            users.add(
                    Mode.startOn(
                            loop,
                            () -> {
                                for (int turn = 0; turn < 3; turn++) {
                                    lock.lock();
                                    try {
                                        synchronized (monitor) {
                                            Thread.sleep(0, 1000);
                                            count[0]++;
                                        }
                                    } finally {
                                        lock.unlock();
                                    }
                                    loop.sleepUntil(0);
                                }
                                return true;
                            }));
        }
        for (CompletableFuture<Boolean> user : users) {
            assertThat(user.get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(count[0]).isEqualTo(300);
    }

    @Test
    void closingWakesSleepersAndRefusesMore() throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        CompletableFuture<Boolean> user =
                Mode.startOn(
                        loop,
                        () -> {
                            asleep.countDown();
                            assertThatThrownBy(() -> loop.sleepUntil(Mode.soon()))
                                    .isInstanceOf(InterruptedException.class);
                            assertThatThrownBy(() -> loop.sleepUntil(Mode.soon()))
                                    .isInstanceOf(InterruptedException.class);
                            return true;
                        });
        assertThat(asleep.await(10, TimeUnit.SECONDS)).isTrue();
        loop.close();
        assertThat(user.get(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> loop.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> loop.startVirtualThread("late", () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
        loop.close();
    }

    @Test
    void closingReturnsThoughAUserNeverLetsGo() throws Exception {
        CountDownLatch spinning = new CountDownLatch(1);
        AtomicBoolean stop = new AtomicBoolean();
        loop.execute(
                () -> {
                    spinning.countDown();
                    while (!stop.get()) {
                        Thread.onSpinWait();
                    }
                });
        assertThat(spinning.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(this::closeLoop);
        assertThat(closed.get(15, TimeUnit.SECONDS)).isTrue();
        stop.set(true);
    }

    private boolean closeLoop() {
        loop.close();
        return true;
    }
}
