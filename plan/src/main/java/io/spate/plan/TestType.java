package io.spate.plan;

import java.util.Locale;

/** The usual kinds of load test, each a preset workload. */
public enum TestType {
    SMOKE,
    LOAD,
    STRESS,
    SPIKE,
    SOAK,
    BREAKPOINT,
    STEP;

    /** As it is written: {@code smoke}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
