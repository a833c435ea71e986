package io.spate.http.h2;

import org.jspecify.annotations.Nullable;

/** A virtual user's place in a {@link WaitList}, used for one wait after another. */
public final class Waiter {
    @Nullable Thread thread;
    long deadlineNanos;

    /** Where it waits; null where it does not. */
    @Nullable WaitList list;

    /** Volatile, as for the JDK each virtual thread is a thread, though one carries them all. */
    volatile boolean woken;

    boolean timedOut;
    @Nullable Waiter previous;
    @Nullable Waiter next;
}
