package io.spate.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An open workload on one worker: iterations start when the pacer says, each on a user that is
 * free; where none is and no more may be made, the iteration is dropped and counted.
 */
final class OpenScenarioRun extends ScenarioRun {
    private final Pacer pacer;
    private final long preAllocatedVus;
    private final long maxVus;
    private final IdleUsers idle = new IdleUsers();
    private long iteration;
    private long startNanos;
    private long made;

    OpenScenarioRun(Part part, Worker worker, Pacer pacer, long preAllocatedVus, long maxVus) {
        super(part, worker);
        this.pacer = pacer;
        this.preAllocatedVus = preAllocatedVus;
        this.maxVus = maxVus;
    }

    @Override
    void begin(long start) {
        startNanos = start;
        while (made < preAllocatedVus) {
            make();
        }
        scheduleNext();
    }

    private UserThread make() {
        made++;
        return startUser();
    }

    private void scheduleNext() {
        var due = pacer.dueNanos(iteration);
        if (due != Pacer.NEVER) {
            worker().loop().schedule(startNanos + due, this::startDue);
        }
    }

    private void startDue() {
        if (isOver()) {
            return;
        }
        var now = ticker().nanoTime() - startNanos;
        for (var due = pacer.dueNanos(iteration); due <= now; due = pacer.dueNanos(++iteration)) {
            start(startNanos + due);
        }
        scheduleNext();
    }

    private void start(long dueNanos) {
        var user = idle.take();
        if (user == null && made < maxVus) {
            user = make();
        }
        if (user == null) {
            worker().recorder().record(series().dropped(), 1);
        } else {
            user.assign(dueNanos);
        }
    }

    @Override
    long awaitDue(UserThread user) {
        if (!user.hasAssignment()) {
            idle.put(user);
        }
        return isOver() ? UserThread.NO_MORE : user.awaitAssignment();
    }

    @Override
    boolean isOpen() {
        return true;
    }

    @Override
    void userLeft(UserThread user) {
        made--;
    }

    /**
     * The users that wait for work, the latest first so that connections stay warm. Any thread may
     * put, the loop's alone takes; so a taken user cannot come back in between (no ABA problem).
     */
    private static final class IdleUsers {
        private final AtomicReference<@Nullable UserThread> top = new AtomicReference<>();

        void put(UserThread user) {
            @Nullable UserThread below;
            do {
                below = top.get();
                user.setBelow(below);
            } while (!top.compareAndSet(below, user));
        }

        @Nullable UserThread take() {
            @Nullable UserThread user;
            do {
                user = top.get();
            } while (user != null && !top.compareAndSet(user, user.below()));
            return user;
        }
    }
}
