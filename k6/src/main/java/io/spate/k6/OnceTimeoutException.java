package io.spate.k6;

import io.spate.k6.vu.Phase;
import io.spate.plan.Durations;
import java.io.Serial;
import java.time.Duration;
import java.util.Locale;

/** Setup or teardown that has taken longer than it may. */
public final class OnceTimeoutException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final boolean setup;

    OnceTimeoutException(Phase phase, Duration timeout) {
        super(
                "%s() has taken over %s; the option %sTimeout gives it more time"
                        .formatted(name(phase), Durations.format(timeout), name(phase)),
                null,
                false,
                false);
        setup = phase == Phase.SETUP;
    }

    private static String name(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it was setup; else it was teardown. */
    public boolean isSetup() {
        return setup;
    }
}
