package io.spate.engine;

import io.spate.engine.pacing.Course;
import io.spate.engine.pacing.Courses;
import io.spate.engine.pacing.Curve;
import io.spate.engine.pacing.Rhythm;
import io.spate.engine.pacing.Segment;
import io.spate.engine.pacing.UserPacer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A closed workload on one worker: a number of users that follows a curve, each of which starts its
 * next iteration when the last one has ended and its pause is over, until there are no more.
 */
final class ClosedScenarioRun extends ScenarioRun {
    /** A user's place in the key of its iterations: there are at most 10 million users. */
    private static final int SLOT_BITS = 24;

    private final IterationBudget.Share budget;
    private final Rhythm rhythm;

    /** The users by their places; those from {@link #present} on are on their way out, or gone. */
    private final List<@Nullable UserThread> slots = new ArrayList<>();

    /** How many iterations the users in each place have begun, one user after another. */
    private long[] begun = new long[16];

    private int present;
    private @Nullable Course seen;
    private @Nullable UserPacer pacer;

    ClosedScenarioRun(Part part, Worker worker, Segment segment, IterationBudget budget) {
        super(part, worker, segment);
        this.budget = budget.share();
        this.rhythm = Rhythm.of(part.scenario(), part.seed());
    }

    @Override
    void begin(Courses given) {
        pacer = new UserPacer(given, segment());
    }

    @Override
    boolean turn(long nowNanos) {
        if (pacer == null) {
            return true;
        }
        setPresent((int) pacer.usersAt(nowNanos));
        var course = pacer.advance(nowNanos);
        if (!course.equals(seen)) {
            seen = course;
            users().forEach(UserThread::wake);
        }
        if (course.workloadAt(nowNanos) >= 0) {
            report();
        }
        return true;
    }

    private void setPresent(int count) {
        while (present < count) {
            var user = startUser(present);
            if (present < slots.size()) {
                slots.set(present, user);
            } else {
                slots.add(user);
            }
            present++;
        }
        while (present > count) {
            present--;
            var user = slots.set(present, null);
            if (user != null) {
                user.stop();
            }
        }
    }

    /** A workload with a number of iterations is done when all workers have nothing more to do. */
    private void report() {
        if (budget.report(hasUsers())) {
            part().events().scenarioDone(scenario());
        }
    }

    @Override
    long nextTurnNanos(long nowNanos) {
        return pacer == null ? Curve.NEVER : pacer.nextNanos(nowNanos);
    }

    @Override
    long awaitDue(UserThread user) {
        var due = pacer;
        while (due != null && !user.isStopping() && !isOver()) {
            var nowNanos = ticker().nanoTime();
            var course = due.advance(nowNanos);
            var running = course.clock().running();
            var atNanos = running ? course.realAt(user.dueWorkloadNanos()) : Curve.NEVER;
            if (atNanos > nowNanos) {
                user.awaitInstant(atNanos);
            } else if (budget.take(user.iterations())) {
                var isTimed = rhythm.isPaced() && user.iterations() > 0;
                user.begins(nextKey(user), isTimed ? atNanos : nowNanos);
                if (!isTimed) {
                    user.setDueWorkloadNanos(course.workloadAt(nowNanos));
                }
                return user.dueNanos();
            } else {
                return UserThread.NO_MORE;
            }
        }
        return UserThread.NO_MORE;
    }

    private long nextKey(UserThread user) {
        var slot = user.slot();
        if (slot >= begun.length) {
            begun = Arrays.copyOf(begun, Math.max(2 * begun.length, slot + 1));
        }
        return begun[slot]++ << SLOT_BITS | segment().global(slot);
    }

    @Override
    boolean rest(UserThread user) {
        if (pacer != null && !rhythm.isWithoutPause()) {
            var nowNanos = ticker().nanoTime();
            var endNanos = pacer.advance(nowNanos).workloadAt(nowNanos);
            user.setDueWorkloadNanos(
                    rhythm.nextDueNanos(
                            user.dueWorkloadNanos(), endNanos, user.iterations(), user.key()));
        }
        return !user.isStopping();
    }

    @Override
    boolean isOpen() {
        return false;
    }

    @Override
    void userLeft(UserThread user) {
        var slot = user.slot();
        if (slot < slots.size() && user.equals(slots.get(slot))) {
            slots.set(slot, null);
        }
        if (!isOver()) {
            report();
        }
    }
}
