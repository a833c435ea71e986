package io.spate.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * The ways in which a number of users put load on a target, by name. Each is a {@link Workload} to
 * be laid below users and a duration, and a think time.
 */
public enum LoadPattern {
    /** All users all the time, with 10 to 100 ms between two iterations. */
    SUSTAINED,
    /** Each user makes 10 iterations at once, then pauses for 0.5 to 2 s. */
    BURST,
    /** Up to the users within 30 s, which then stay. */
    RAMP_UP;

    /** What it asks for beside users and a duration. */
    public Workload workload() {
        return switch (this) {
            case SUSTAINED -> Workload.NONE;
            case BURST -> Workload.NONE.with(new Profile.Burst(10, between(500, 2000)));
            case RAMP_UP -> Workload.NONE.with(new Profile.RampUp(Duration.ofSeconds(30)));
        };
    }

    /** The pause between two iterations of a user. */
    public ThinkTime think() {
        return switch (this) {
            case SUSTAINED -> between(10, 100);
            case BURST, RAMP_UP -> ThinkTime.NONE;
        };
    }

    private static ThinkTime between(int millisMin, int millisMax) {
        return new ThinkTime.Uniform(Duration.ofMillis(millisMin), Duration.ofMillis(millisMax));
    }

    /** As it is written: {@code ramp-up}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The one that a text names.
     *
     * @throws InvalidPlanException where it names none
     */
    public static LoadPattern parse(String text) {
        return Named.parse("pattern", text, Arrays.asList(values()), LoadPattern::text);
    }
}
