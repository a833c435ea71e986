package io.spate.locust.host;

import io.spate.net.EventLoop;
import org.graalvm.polyglot.HostAccess;

/** A time after which what a user waits for ends. Belongs to the loop. */
public final class Alarm {
    private final UserTask task;
    private final EventLoop.Timer timer;
    private boolean over;

    Alarm(EventLoop loop, UserTask task, long dueNanos) {
        this.task = task;
        this.timer = loop.schedule(dueNanos, this::ring);
    }

    private void ring() {
        over = true;
        task.alarm();
    }

    /** Whether the time is over. */
    @HostAccess.Export
    public boolean over() {
        return over;
    }

    /** Has it not ring any more. */
    @HostAccess.Export
    public void cancel() {
        timer.cancel();
        if (over) {
            task.quiet();
        }
    }
}
