package io.spate.engine;

import java.io.Serial;

/** Thrown inside an iteration whose virtual user was told to stop at once. */
public final class InterruptedIteration extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /** Without a stack: it is a signal, not an error. */
    public InterruptedIteration() {
        super("interrupted", null, false, false);
    }
}
