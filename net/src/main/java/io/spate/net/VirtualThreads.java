package io.spate.net;

import java.lang.reflect.Constructor;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes virtual threads that an executor of ours schedules. The JDK has the means since 21, but no
 * public way to them: a constructor of a class in {@code java.lang}, which must be opened to this
 * module. Without it, virtual threads run on the JDK's own scheduler.
 */
final class VirtualThreads {
    private final @Nullable Constructor<?> builder;

    private VirtualThreads(@Nullable Constructor<?> builder) {
        this.builder = builder;
    }

    /** Scheduled by the loop where this JDK lets us. */
    static VirtualThreads detect() {
        try {
            Constructor<?> builder =
                    Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
                            .getDeclaredConstructor(Executor.class);
            builder.setAccessible(true);
            return new VirtualThreads(builder);
        } catch (ReflectiveOperationException | RuntimeException _) {
            return ofJdk();
        }
    }

    /** Scheduled by the JDK. */
    static VirtualThreads ofJdk() {
        return new VirtualThreads(null);
    }

    /** Whether threads run where the given scheduler runs them. */
    boolean scheduledByLoop() {
        return builder != null;
    }

    /** A thread that has not started. */
    Thread unstarted(String name, Runnable body, Executor scheduler) {
        return builder(scheduler).name(name).unstarted(body);
    }

    private Thread.Builder.OfVirtual builder(Executor scheduler) {
        if (builder == null) {
            return Thread.ofVirtual();
        }
        try {
            return (Thread.Builder.OfVirtual) builder.newInstance(scheduler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK's virtual threads changed under us", e);
        }
    }
}
