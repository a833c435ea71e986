package io.spate.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A closed workload on one worker: a number of users that follows a curve, each of which starts its
 * next iteration when the last one has ended, until a budget of iterations is used up.
 */
final class ClosedScenarioRun extends ScenarioRun {
    /** A budget without end. */
    static final long UNLIMITED = Long.MAX_VALUE;

    private final VuCurve curve;
    private final Segment segment;
    private final AtomicLong budget;
    private final Deque<UserThread> running = new ArrayDeque<>();

    ClosedScenarioRun(Part part, Worker worker, Segment segment, VuCurve curve, long iterations) {
        super(part, worker);
        this.curve = curve;
        this.segment = segment;
        this.budget = new AtomicLong(iterations);
    }

    @Override
    void begin(long startNanos) {
        follow(startNanos, 0);
    }

    private void follow(long startNanos, long nanos) {
        if (isOver()) {
            return;
        }
        var wanted = segment.share(curve.vusAt(nanos));
        while (running.size() < wanted) {
            running.addLast(startUser());
        }
        while (running.size() > wanted) {
            running.removeLast().stop();
        }
        var next = curve.nextChangeNanos(nanos);
        if (next != VuCurve.NEVER) {
            worker().loop().schedule(startNanos + next, () -> follow(startNanos, next));
        }
    }

    @Override
    long awaitDue(UserThread user) {
        if (user.isStopping() || isOver() || !takeOne()) {
            return UserThread.NO_MORE;
        }
        return ticker().nanoTime();
    }

    private boolean takeOne() {
        return budget.get() == UNLIMITED || budget.getAndDecrement() > 0;
    }

    @Override
    boolean isOpen() {
        return false;
    }

    @Override
    boolean isDone() {
        return budget.get() <= 0;
    }

    @Override
    void userLeft(UserThread user) {
        running.remove(user);
    }
}
