package io.spate.net;

import io.spate.net.dial.Destination;
import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import io.spate.net.poll.PolledSocket;
import io.spate.net.poll.Poller;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One thread that waits for sockets and timers and carries the virtual threads that use them.
 * Nothing is shared between loops.
 *
 * <p>Methods say who may call them: "any thread", or "this loop" for the loop's own thread and the
 * virtual threads it carries.
 */
public final class EventLoop implements Executor, AutoCloseable {
    /** Per turn, so that neither tasks nor timers keep the sockets waiting for long. */
    private static final int TASKS_PER_TURN = 256;

    private static final int TIMERS_PER_TURN = 256;

    /** How long virtual threads may take to end once the loop is closing. */
    private static final long GRACE_NANOS = 1_000_000_000;

    private static final Duration CLOSE_MAX = Duration.ofSeconds(3);

    private final Poller poller;
    private final VirtualThreads virtualThreads;
    private final Thread thread;
    private final Executor scheduler = this::enqueue;
    private final Runnable threadEnded = this::threadEnded;
    private final Connector connector;
    private final TimerQueue timers = new TimerQueue();
    private final Set<PlainConnection> connections = new HashSet<>();
    private final FlushQueue toFlush = new FlushQueue();

    /**
     * What runs next, and what other threads want to run. Neither needs a bound of its own: a
     * virtual thread stands in them once, and other tasks are few.
     */
    private final ArrayDeque<Runnable> ready = new ArrayDeque<>();

    private final Queue<Runnable> incoming = new ConcurrentLinkedQueue<>();
    private final AtomicInteger threadsAlive = new AtomicInteger();

    /** Whether the thread waits, or is about to, and must be woken for what comes in. */
    private final AtomicBoolean asleep = new AtomicBoolean();

    private volatile boolean closing;
    private volatile boolean ended;

    private EventLoop(String name, NetOptions options, VirtualThreads virtualThreads) {
        this.connector = new Connector(this, name, options);
        this.poller = Transports.open(options.transport());
        this.virtualThreads = virtualThreads;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /**
     * Starts a loop on a daemon thread of the given name.
     *
     * @throws UnsupportedJvmException where this JVM does not let the loop schedule virtual threads
     * @throws UnsupportedTransportException where this machine does not have the transport
     * @throws IllegalArgumentException where it cannot do TLS as the options want
     */
    public static EventLoop start(String name, NetOptions options) {
        EventLoop loop = new EventLoop(name, options, VirtualThreads.find());
        loop.thread.start();
        return loop;
    }

    /**
     * Runs a task on the loop's thread, soon. Any thread.
     *
     * <p>The task must not block, nor take a lock that virtual threads of the loop take: one that
     * stands before it in the lock's queue could only be let through by the thread that waits.
     *
     * @throws RejectedExecutionException when the loop has ended
     */
    @Override
    public void execute(Runnable task) {
        if (!enqueue(task)) {
            throw new RejectedExecutionException("the event loop has ended");
        }
    }

    private boolean enqueue(Runnable task) {
        if (thread.equals(Thread.currentThread())) {
            ready.add(task);
            return true;
        }
        incoming.add(task);
        wakeIfAsleep();
        return !(ended && incoming.remove(task));
    }

    /** One waker at a time, so that wakers never queue for a lock that the loop takes as well. */
    private void wakeIfAsleep() {
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            poller.wake();
        }
    }

    /**
     * Starts a virtual thread that this loop carries. Any thread.
     *
     * @throws RejectedExecutionException when the loop is closing
     */
    public Thread startVirtualThread(String name, Runnable body) {
        if (closing) {
            throw new RejectedExecutionException("the event loop has ended");
        }
        Thread virtual =
                virtualThreads.unstarted(name, new CountedBody(body, threadEnded), scheduler);
        threadsAlive.incrementAndGet();
        virtual.start();
        return virtual;
    }

    private void threadEnded() {
        if (threadsAlive.decrementAndGet() == 0 && closing) {
            wakeIfAsleep();
        }
    }

    /**
     * Runs a task on the loop's thread at an instant, or soon where it has passed. This loop.
     *
     * @param dueNanos on the clock of {@link System#nanoTime}
     */
    public Timer schedule(long dueNanos, Runnable task) {
        checkCaller();
        return timers.add(closing && task instanceof Wait ? 0 : dueNanos, task);
    }

    /**
     * Parks the calling virtual thread of this loop until an instant. Others get their turn even
     * where it has passed.
     *
     * @param dueNanos on the clock of {@link System#nanoTime}
     * @throws InterruptedException when the thread is interrupted, before or while it waits, or
     *     when the loop ends
     */
    public void sleepUntil(long dueNanos) throws InterruptedException {
        boolean elapsed = park(new Wait(), dueNanos);
        if (Thread.interrupted() || !elapsed) {
            throw new InterruptedException();
        }
        if (closing) {
            throw new InterruptedException("the event loop has ended");
        }
    }

    /**
     * Parks the calling virtual thread until its wait has ended, by an instant at the latest.
     *
     * @return false where it was interrupted; the thread stays interrupted
     */
    boolean park(Wait wait, long dueNanos) {
        if (ended) {
            return true;
        }
        Timer timer = schedule(dueNanos, wait);
        boolean uninterrupted = wait.park();
        timer.cancel();
        return uninterrupted;
    }

    /**
     * Opens a connection: name, TCP, proxy, TLS. Blocks the calling virtual thread of this loop.
     *
     * @param deadlineNanos when to give up, on the clock of {@link System#nanoTime}
     * @throws NetException what went wrong, by kind
     */
    public Connection connect(Endpoint endpoint, long deadlineNanos) throws NetException {
        return connector.connect(endpoint, deadlineNanos);
    }

    /** What opens its connections, for those who talk to HTTP proxies. */
    public Connector connector() {
        return connector;
    }

    /**
     * Ends the loop and closes its connections. Whoever waits for one of them or sleeps hears of it
     * by an exception, and has a second to end. Returns when the loop's thread has ended, or after
     * three seconds where a task or a user's code does not let go of it. Any thread.
     */
    @Override
    public void close() {
        closing = true;
        wakeIfAsleep();
        if (thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            thread.join(CLOSE_MAX);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the caller may touch what belongs to the loop. */
    boolean isMountedHere() {
        Thread caller = Thread.currentThread();
        return thread.equals(caller) || caller.isVirtual();
    }

    /** Keeps platform threads of a script's own away from what belongs to the loop. */
    void checkCaller() {
        if (!isMountedHere()) {
            throw new IllegalStateException(
                    "a virtual user's requests and pauses belong on its own thread, not on "
                            + Thread.currentThread().getName());
        }
    }

    /** Runs a step on the loop and waits for its end. Does nothing where the loop has ended. */
    void call(Runnable step) {
        if (isMountedHere()) {
            step.run();
            return;
        }
        Wait wait = new Wait();
        if (enqueue(new Wait.Ending(step, wait))) {
            wait.parkUninterruptibly();
        }
    }

    boolean isClosing() {
        return closing;
    }

    /** What to throw where the loop ends under its user. */
    static NetException closedLoop() {
        return new NetException(Kind.CLOSED, "the event loop has ended");
    }

    PolledSocket open(Destination to, PlainConnection connection) throws NetException {
        if (closing) {
            throw closedLoop();
        }
        PolledSocket socket = poller.open(to, connection);
        connections.add(connection);
        return socket;
    }

    void forget(PlainConnection connection) {
        connections.remove(connection);
    }

    /** Which connections send at the end of the turn. This loop. */
    FlushQueue toFlush() {
        return toFlush;
    }

    private void run() {
        try {
            poller.attach();
            while (!closing) {
                turn();
            }
        } finally {
            closing = true;
            try {
                wakeEverybody();
                awaitThreads();
            } finally {
                ended = true;
                poller.close();
                connector.close();
                answerLateCalls();
            }
        }
    }

    /** Virtual threads are mounted in {@link #runTasks}, where no monitor is held. */
    private void turn() {
        poller.poll(timeoutNanos());
        if (asleep.get()) {
            asleep.set(false);
        }
        runTimers();
        takeIncoming();
        runTasks();
        toFlush.flush();
    }

    private long timeoutNanos() {
        if (!ready.isEmpty() || !toFlush.isEmpty()) {
            return 0;
        }
        long dueNanos = timers.nextDueNanos();
        long timeoutNanos =
                dueNanos == Long.MAX_VALUE ? -1 : Math.max(0, dueNanos - System.nanoTime());
        if (timeoutNanos != 0) {
            asleep.set(true);
            if (!incoming.isEmpty() || closing) {
                return 0;
            }
        }
        return timeoutNanos;
    }

    private void runTimers() {
        if (timers.nextDueNanos() == Long.MAX_VALUE) {
            return;
        }
        long nowNanos = System.nanoTime();
        for (int i = 0; i < TIMERS_PER_TURN; i++) {
            Runnable task = timers.takeDue(nowNanos);
            if (task == null) {
                return;
            }
            runSafely(task);
        }
    }

    private void takeIncoming() {
        for (int i = 0; i < TASKS_PER_TURN; i++) {
            Runnable task = incoming.poll();
            if (task == null) {
                return;
            }
            ready.add(task);
        }
    }

    private void runTasks() {
        for (int i = Math.min(ready.size(), TASKS_PER_TURN); i > 0; i--) {
            runSafely(ready.remove());
        }
    }

    private void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // A task's mistake is told, and does not take the other users down.
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private void wakeEverybody() {
        new ArrayList<>(connections).forEach(PlainConnection::closeNow);
        List<Runnable> sleeping = new ArrayList<>();
        timers.forEach(
                task -> {
                    if (task instanceof Wait) {
                        sleeping.add(task);
                    }
                });
        sleeping.forEach(Runnable::run);
    }

    private void awaitThreads() {
        long endNanos = System.nanoTime() + GRACE_NANOS;
        timers.add(endNanos, () -> {});
        while (threadsAlive.get() > 0 && System.nanoTime() < endNanos) {
            turn();
        }
    }

    private void answerLateCalls() {
        Runnable task;
        while ((task = incoming.poll()) != null) {
            if (task instanceof Wait.Ending) {
                task.run();
            }
        }
    }

    /** A task that waits for its instant. */
    public interface Timer {
        /** Drops the task where it has not run. This loop. */
        void cancel();
    }
}
