package io.spate.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * The usual kinds of load test, each a preset workload that users and a duration stretch. Without
 * them it has defaults of its own.
 */
public enum TestType {
    /** Does it work at all? The same few users all the time. 1 user, 30 s. */
    SMOKE(1, Duration.ofSeconds(30)),

    /**
     * Does it carry what is expected? Up to the users within 10 % of the time, that many for 80 %,
     * down again within 10 %. 50 users, 5 min.
     */
    LOAD(50, Duration.ofMinutes(5)),

    /**
     * What happens beyond what is expected? Four levels at 25, 50, 75 and 100 % of the users: each
     * is reached within 5 % of the time and held for 17 %; then down to none within 12 %. 200
     * users, 10 min.
     */
    STRESS(200, Duration.ofMinutes(10)),

    /**
     * What does a sudden crowd do, and how long until all is well again? A tenth of the users for
     * 30 % of the time, all of them within 5 %, for 25 %, back within 5 %, and a tenth for the last
     * 35 %. 100 users, 5 min.
     */
    SPIKE(100, Duration.ofMinutes(5)),

    /**
     * Does anything leak or wear out? Up to the users within 5 % of the time, that many for 90 %,
     * down within 5 %. 30 users, 2 h.
     */
    SOAK(30, Duration.ofHours(2)),

    /**
     * Where does it break? Ever more users on one straight line; goes well with a threshold that
     * ends the run. 1,000 users, 20 min.
     */
    BREAKPOINT(1000, Duration.ofMinutes(20)),

    /** How does it behave at each level? Ten steps, each a tenth more users. 500 users, 20 min. */
    STEP(500, Duration.ofMinutes(20));

    private final int defaultUsers;
    private final Duration defaultDuration;

    TestType(int defaultUsers, Duration defaultDuration) {
        this.defaultUsers = defaultUsers;
        this.defaultDuration = defaultDuration;
    }

    /** The users where none are given: the most there are at once. */
    public int defaultUsers() {
        return defaultUsers;
    }

    /** How long it lasts where nothing is given. */
    public Duration defaultDuration() {
        return defaultDuration;
    }

    /** As it is written: {@code smoke}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one that a text names.
     *
     * @throws InvalidPlanException where it names none
     */
    public static TestType parse(String text) {
        return Named.parse("test type", text, Arrays.asList(values()), TestType::text);
    }
}
