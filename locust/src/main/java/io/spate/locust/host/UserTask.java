package io.spate.locust.host;

import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/** A function of Python on a virtual thread of its own. Belongs to the loop. */
public final class UserTask {
    private @Nullable Thread thread;
    private boolean cut;
    private boolean alarmed;
    private boolean woken;
    private boolean waits;
    private boolean ended;

    UserTask() {}

    void startedAs(Thread started) {
        thread = started;
    }

    void ended() {
        ended = true;
    }

    /**
     * Has it end: what it waits for in Spate ends at once, and is told so. Elsewhere it is told
     * when it waits next, as Python takes an interruption for an error.
     */
    @HostAccess.Export
    public void cut() {
        cut = true;
        var running = thread;
        if (waits && running != null) {
            running.interrupt();
        }
    }

    /** Ends what it waits for elsewhere, such as a lock or a connection of its own. */
    @HostAccess.Export
    public void interrupt() {
        var running = thread;
        if (running != null && !ended && !waits) {
            running.interrupt();
        }
    }

    /** Has it look again for what it waits for; see {@link Host#linger}. */
    @HostAccess.Export
    public void wake() {
        woken = true;
        var running = thread;
        if (waits && running != null) {
            running.interrupt();
        }
    }

    /** Whether it was woken since this was asked last. On its own thread. */
    boolean takeWoken() {
        boolean was = woken;
        woken = false;
        if (was) {
            Thread.interrupted();
        }
        return was;
    }

    /** Says that it begins or ends to wait in Spate. On its own thread. */
    void waits(boolean now) {
        waits = now;
    }

    @HostAccess.Export
    public boolean alive() {
        return !ended;
    }

    /**
     * Whether it was told to end, or a time was over, since this was asked last. On its own thread.
     */
    boolean takeCut() {
        if (!cut && !alarmed) {
            return false;
        }
        if (alarmed) {
            // One after the other: to end is what it is told by its next wait.
            alarmed = false;
        } else {
            cut = false;
        }
        Thread.interrupted();
        return true;
    }

    /** Ends what it waits for in Spate, as a time of its own is over. */
    void alarm() {
        alarmed = true;
        var running = thread;
        if (waits && running != null) {
            running.interrupt();
        }
    }

    /** Forgets an alarm that it has not been told of. */
    void quiet() {
        alarmed = false;
    }
}
