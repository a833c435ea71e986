package io.spate.net;

import java.util.concurrent.locks.LockSupport;

/**
 * A virtual thread's wait for an instant, or for something that comes before it. Ended by the loop;
 * as a timer's task it ends at that timer's instant.
 */
final class Wait implements Runnable {
    private final Thread thread = Thread.currentThread();
    private volatile boolean ended;

    /** Ends it. */
    @Override
    public void run() {
        ended = true;
        LockSupport.unpark(thread);
    }

    /**
     * Parks the thread that made it until it has ended or the thread is interrupted.
     *
     * @return false where it was interrupted; the thread's interrupt is left as it was
     */
    boolean park() {
        while (!ended) {
            if (thread.isInterrupted()) {
                return false;
            }
            LockSupport.park(this);
        }
        return true;
    }

    /** As {@link #park}, whatever interrupts; for what is sure to come soon. */
    void parkUninterruptibly() {
        boolean interrupted = false;
        while (!ended) {
            interrupted |= Thread.interrupted();
            LockSupport.park(this);
        }
        if (interrupted) {
            thread.interrupt();
        }
    }

    /** A step that ends a wait, whatever comes of it. */
    record Ending(Runnable step, Wait caller) implements Runnable {
        @Override
        public void run() {
            try {
                step.run();
            } finally {
                caller.run();
            }
        }
    }
}
