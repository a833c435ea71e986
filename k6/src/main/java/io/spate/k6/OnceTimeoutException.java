package io.spate.k6;

import io.spate.k6.vu.Phase;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Duration;

/** Setup, teardown or handleSummary that has taken longer than it may. */
public final class OnceTimeoutException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final boolean setup;

    OnceTimeoutException(Phase phase, Duration timeout) {
        super(
                "%s() execution timed out after %s seconds; the option %sTimeout gives it more time"
                        .formatted(K6Script.name(phase), seconds(timeout), K6Script.name(phase)),
                null,
                false,
                false);
        setup = phase == Phase.SETUP;
    }

    private static String seconds(Duration timeout) {
        return BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** Whether it was setup; else it was teardown. */
    public boolean isSetup() {
        return setup;
    }
}
