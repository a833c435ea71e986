package io.spate.metrics.reload;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When the target is reloaded, and what may fail then.
 *
 * @param at since the run's start, a second or more
 * @param window how long after that requests count, 1 s to 1 h
 * @param command run by the shell at that time; empty where somebody else reloads
 * @param failuresMax how many requests may fail in the window; empty for no judgement
 */
public record ReloadPlan(
        Duration at, Duration window, Optional<String> command, OptionalLong failuresMax) {
    /** The window, unless told otherwise. */
    public static final Duration WINDOW = Duration.ofSeconds(30);

    /** The longest window. */
    public static final Duration WINDOW_MAX = Duration.ofHours(1);

    public ReloadPlan {
        if (at.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "a reload needs a second of the run before it, or more, to compare with");
        }
        if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(WINDOW_MAX) > 0) {
            throw new IllegalArgumentException("the window of a reload is 1s to 1h");
        }
        if (failuresMax.orElse(0) < 0) {
            throw new IllegalArgumentException("fewer than 0 requests cannot fail");
        }
    }
}
