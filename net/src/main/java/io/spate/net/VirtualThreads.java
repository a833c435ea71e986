package io.spate.net;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.concurrent.Executor;

/**
 * Makes virtual threads that an executor of ours schedules. The JDK has the means since 21, but no
 * public way to them: a constructor of a class in {@code java.lang}. Two ways lead there, the
 * package opened to this module, and {@code sun.misc.Unsafe} where it is not.
 *
 * <p>There is none without: on the JDK's own scheduler the users of a loop would run at the same
 * time on what belongs to the loop alone, and count wrongly. A lock among them that each gives back
 * while it waits for the loop would not do either, as it blocks for good once a user who holds it
 * waits for a lock of the script that another one holds across a request.
 */
final class VirtualThreads {
    private static final String CLASS = "java.lang.ThreadBuilders$VirtualThreadBuilder";

    /** Takes an executor, gives a builder. */
    private final MethodHandle builder;

    private VirtualThreads(MethodHandle builder) {
        this.builder =
                builder.asType(
                        MethodType.methodType(Thread.Builder.OfVirtual.class, Executor.class));
    }

    /**
     * By the first way that this JVM leaves open.
     *
     * @throws UnsupportedJvmException where there is none; names the option that opens one
     */
    static VirtualThreads find() {
        try {
            return throughOpenPackage();
        } catch (ReflectiveOperationException | RuntimeException closed) {
            try {
                return throughUnsafe();
            } catch (ReflectiveOperationException | RuntimeException e) {
                closed.addSuppressed(e);
                throw new UnsupportedJvmException(
                        "this JVM does not let event loops schedule virtual threads:"
                                + " start it with --add-opens=java.base/java.lang=ALL-UNNAMED"
                                + " (on JDK 25; this is "
                                + Runtime.version()
                                + ")",
                        closed);
            }
        }
    }

    /** Where {@code --add-opens} or the manifest of the started jar opens {@code java.lang}. */
    static VirtualThreads throughOpenPackage() throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(CLASS).getDeclaredConstructor(Executor.class);
        constructor.setAccessible(true);
        return new VirtualThreads(MethodHandles.lookup().unreflectConstructor(constructor));
    }

    /**
     * Without any option, as in an IDE. The JVM warns once of the first call, unless {@code
     * --sun-misc-unsafe-memory-access=allow} is given. By reflection, so that a JDK without these
     * methods has us look for another way, not fail to link.
     */
    static VirtualThreads throughUnsafe() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field instance = type.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Object unsafe = instance.get(null);
        Field trusted = Lookup.class.getDeclaredField("IMPL_LOOKUP");
        Object base = type.getMethod("staticFieldBase", Field.class).invoke(unsafe, trusted);
        Object offset = type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, trusted);
        Lookup lookup =
                (Lookup)
                        type.getMethod("getObject", Object.class, long.class)
                                .invoke(unsafe, base, offset);
        return new VirtualThreads(
                lookup.findConstructor(
                        Class.forName(CLASS), MethodType.methodType(void.class, Executor.class)));
    }

    /** A thread that has not started. */
    Thread unstarted(String name, Runnable body, Executor scheduler) {
        return builder(scheduler).name(name).unstarted(body);
    }

    private Thread.Builder.OfVirtual builder(Executor scheduler) {
        try {
            return (Thread.Builder.OfVirtual) builder.invokeExact(scheduler);
        } catch (Throwable e) {
            throw new IllegalStateException("this JDK's virtual threads changed under us", e);
        }
    }
}
