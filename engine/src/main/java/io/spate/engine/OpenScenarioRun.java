package io.spate.engine;

import io.spate.engine.pacing.ArrivalPacer;
import io.spate.engine.pacing.CatchUp;
import io.spate.engine.pacing.Courses;
import io.spate.engine.pacing.Curve;
import io.spate.engine.pacing.Rhythm;
import io.spate.engine.pacing.Segment;
import io.spate.plan.Spacing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An open workload on one worker: iterations start when the pacer says, each on a user that is
 * free; where none is and no more may be made, the iteration is dropped and counted.
 */
final class OpenScenarioRun extends ScenarioRun {
    /**
     * How many users may be made before the loop serves its sockets again. A loop that cannot keep
     * up, as its code is not compiled yet, would do nothing but make users for what it is late
     * with, and the later the more; served first, those it has become free.
     */
    private static final int NEW_USERS_PER_TURN = 32;

    private final Spacing spacing;
    private final long preAllocatedVus;
    private final Rhythm rhythm;
    private final CatchUp catchUp;
    private final IdleUsers idle = new IdleUsers();

    /** Places that users have left, to be taken by others. */
    private final Deque<Integer> freeSlots = new ArrayDeque<>();

    private int slots;
    private boolean started;
    private @Nullable ArrivalPacer pacer;
    private @Nullable Courses courses;

    OpenScenarioRun(Part part, Worker worker, Segment segment, Spacing spacing, int preAllocated) {
        super(part, worker, segment);
        this.spacing = spacing;
        this.preAllocatedVus = segment.share(preAllocated);
        this.rhythm = Rhythm.of(part.scenario(), part.seed());
        this.catchUp = new CatchUp(part.ticker().nanoTime());
    }

    @Override
    void begin(Courses given) {
        courses = given;
        pacer = new ArrivalPacer(given, segment(), spacing, part().seed());
    }

    @Override
    boolean turn(long nowNanos) {
        var due = pacer;
        if (due == null || courses == null) {
            return true;
        }
        if (due.isDue(nowNanos)) {
            preAllocate();
            var untilNanos = catchUp.untilNanos(due.dueNanos(), nowNanos);
            var usersMax = users().size() + NEW_USERS_PER_TURN;
            do {
                start(due.key(), due.dueNanos());
                due.take();
            } while (due.isDue(untilNanos) && users().size() < usersMax);
        }
        if (courses.current().workloadAt(nowNanos) >= 0) {
            preAllocate();
        }
        return !due.isDue(nowNanos);
    }

    private void preAllocate() {
        if (!started) {
            started = true;
            while (slots < preAllocatedVus) {
                make();
            }
        }
    }

    private UserThread make() {
        var free = freeSlots.pollLast();
        return startUser(free == null ? slots++ : free);
    }

    /** Starts an iteration, or drops it where there is nobody to make it. */
    private void start(long key, long dueNanos) {
        var user = idle.take();
        if (user == null && mayMake()) {
            user = make();
        }
        if (user == null) {
            worker().recorder().record(series().dropped(), 1);
        } else {
            user.assign(key, dueNanos);
        }
    }

    private boolean mayMake() {
        return courses != null && users().size() < segment().share(courses.current().usersMax());
    }

    @Override
    long nextTurnNanos(long nowNanos) {
        if (pacer == null || courses == null) {
            return Curve.NEVER;
        }
        return started
                ? pacer.nextNanos()
                : Math.min(pacer.nextNanos(), courses.current().realAt(0));
    }

    @Override
    long awaitDue(UserThread user) {
        if (!user.hasAssignment()) {
            idle.put(user);
        }
        return isOver() ? UserThread.NO_MORE : user.awaitAssignment();
    }

    @Override
    boolean rest(UserThread user) {
        var nanos = rhythm.pauseNanos(user.iterations(), user.key());
        return nanos == 0 || user.pause(nanos);
    }

    @Override
    boolean isOpen() {
        return true;
    }

    @Override
    void userLeft(UserThread user) {
        freeSlots.addLast(user.slot());
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
