package io.spate.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many iterations the users of a closed workload may make. Shared by its workers, which take
 * from it in portions, so that they seldom meet.
 *
 * <ol>
 *   <li>No iteration is lost: what a worker without users has not used goes back.
 *   <li>None is made twice: a portion belongs to one worker.
 *   <li>That all is done is told once, by the worker that finds it.
 * </ol>
 */
final class IterationBudget {
    private static final int PORTION_MAX = 256;

    /** Portions a worker would take if all went on equally; more of them end more evenly. */
    private static final int PORTIONS = 16;

    private final AtomicLong shared;
    private final long perUser;
    private final boolean limited;
    private final int workers;
    private final AtomicInteger working;

    private IterationBudget(long shared, long perUser, int workers) {
        this.shared = new AtomicLong(shared);
        this.perUser = perUser;
        this.limited = shared != Long.MAX_VALUE || perUser != Long.MAX_VALUE;
        this.workers = workers;
        this.working = new AtomicInteger(workers);
    }

    /** Without an end. */
    static IterationBudget unlimited() {
        return new IterationBudget(Long.MAX_VALUE, Long.MAX_VALUE, 1);
    }

    /** A number that all users share. */
    static IterationBudget shared(long iterations, int workers) {
        return new IterationBudget(iterations, Long.MAX_VALUE, workers);
    }

    /** A number for each user. */
    static IterationBudget perUser(long iterations, int workers) {
        return new IterationBudget(Long.MAX_VALUE, iterations, workers);
    }

    /** What one worker has of it. */
    Share share() {
        return new Share();
    }

    private long takePortion() {
        while (true) {
            var left = shared.get();
            var portion = Math.min(left, Math.clamp(left / PORTIONS / workers, 1, PORTION_MAX));
            if (portion == 0 || shared.compareAndSet(left, left - portion)) {
                return portion;
            }
        }
    }

    /** One worker's part. Belongs to its loop. */
    final class Share {
        private long mine;
        private boolean idle;

        /** Takes an iteration for a user that has made so many; false where there is none left. */
        boolean take(long done) {
            if (done >= perUser) {
                return false;
            }
            if (shared.get() == Long.MAX_VALUE) {
                return true;
            }
            if (mine == 0) {
                mine = takePortion();
            }
            return mine > 0 && mine-- > 0;
        }

        /**
         * Says whether this worker still has work.
         *
         * @param hasUsers whether it has users
         * @return whether no worker has, for the first time
         */
        boolean report(boolean hasUsers) {
            if (!limited || hasUsers == !idle) {
                return false;
            }
            idle = !hasUsers;
            if (!idle) {
                working.incrementAndGet();
                return false;
            }
            shared.addAndGet(perUser == Long.MAX_VALUE ? mine : 0);
            mine = 0;
            return working.decrementAndGet() == 0;
        }
    }
}
