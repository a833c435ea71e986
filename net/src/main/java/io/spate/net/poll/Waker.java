package io.spate.net.poll;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/** A descriptor that becomes readable when any thread says so; watched edge-triggered, unread. */
final class Waker implements AutoCloseable {
    private final int eventfd;

    /**
     * How many threads are at {@link #wake}; negative once closed. It keeps a late one from writing
     * to a descriptor that is another file by then, without a lock.
     */
    private final AtomicInteger wakers = new AtomicInteger();

    Waker(MemorySegment errno) {
        eventfd = Libc.checked("eventfd", Libc.eventfd(errno));
    }

    int fd() {
        return eventfd;
    }

    void wake() {
        if (wakers.getAndIncrement() >= 0) {
            Libc.signal(eventfd);
        }
        wakers.decrementAndGet();
    }

    @Override
    public void close() {
        wakers.addAndGet(Integer.MIN_VALUE);
        while (wakers.get() != Integer.MIN_VALUE) {
            Thread.onSpinWait(); // for the length of a system call
        }
        Libc.close(eventfd);
    }
}
