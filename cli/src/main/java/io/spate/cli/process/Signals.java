package io.spate.cli.process;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;

/**
 * Has SIGINT and SIGTERM do something, such as ask for the end of a run.
 *
 * <p>The JDK's only way to catch a signal is {@code sun.misc.Signal}, whose mere mention the
 * compiler warns of without a way to say that it is meant. So it is named in texts.
 */
public final class Signals implements AutoCloseable {
    private static final List<String> NAMES = List.of("INT", "TERM");

    private final List<Restore> previous;

    /** Has them do something until it is closed; on a thread of the JDK. */
    public Signals(Runnable action) {
        this(_ -> action.run());
    }

    private Signals() {
        previous = List.of();
    }

    /** Something, unless somebody else sees to them. */
    public static Signals unless(boolean seenTo, Runnable action) {
        return unless(seenTo, _ -> action.run());
    }

    /** The same with the name of each. */
    public static Signals unless(boolean seenTo, Consumer<String> action) {
        return seenTo ? new Signals() : new Signals(action);
    }

    /** The same with the name of each, {@code SIGINT} or {@code SIGTERM}. */
    public Signals(Consumer<String> action) {
        this.previous = NAMES.stream().map(name -> handle(name, action)).toList();
    }

    /** Gives a signal back to who had it. */
    private record Restore(Object signal, Object handler) {}

    private static Restore handle(String name, Consumer<String> action) {
        try {
            var type = Class.forName("sun.misc.SignalHandler");
            var handler =
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(),
                            new Class<?>[] {type},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("handle")) {
                                    action.accept("SIG" + name);
                                    return null;
                                }
                                return method.invoke(action, arguments);
                            });
            var signal =
                    Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
            return new Restore(signal, install(signal, handler));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK lets nobody catch signals", e);
        }
    }

    private static Object install(Object signal, Object handler)
            throws ReflectiveOperationException {
        var type = Class.forName("sun.misc.SignalHandler");
        return signal.getClass()
                .getMethod("handle", signal.getClass(), type)
                .invoke(null, signal, handler);
    }

    @Override
    public void close() {
        for (var restore : previous) {
            try {
                install(restore.signal, restore.handler);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("this JDK lets nobody catch signals", e);
            }
        }
    }
}
