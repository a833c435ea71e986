package io.spate.k6.js;

import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.management.ExecutionEvent;
import org.graalvm.polyglot.management.ExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * Has the users of a loop take turns in the midst of their code, where one of them computes without
 * a pause. It listens to the code of all users, which makes it several times slower, so that it is
 * on only while it is needed. Any thread.
 */
public final class Turns {
    /** Steps of code, each a part of a microsecond, after which somebody else has a turn. */
    private static final int STEPS = 2_000;

    private final Engine engine;
    private @Nullable ExecutionListener listener;

    /** Loops count together, and a step that is lost between them does not matter. */
    private int steps;

    Turns(Engine engine) {
        this.engine = engine;
    }

    /** Begins to take turns; nothing where that is so already. */
    public synchronized void begin() {
        if (listener == null) {
            listener =
                    ExecutionListener.newBuilder()
                            .onEnter(this::step)
                            .roots(true)
                            .statements(true)
                            .expressions(true)
                            .attach(engine);
        }
    }

    /** Lets code run undisturbed again. */
    public synchronized void end() {
        var attached = listener;
        if (attached != null) {
            listener = null;
            attached.close();
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // the loop is a scheduler of ours, and fair
    private void step(ExecutionEvent event) {
        steps++;
        if (steps >= STEPS) {
            steps = 0;
            if (Thread.currentThread().isVirtual()) {
                Thread.yield();
            }
        }
    }
}
