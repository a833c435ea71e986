package io.spate.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Sizes of a test that go by a name. Each is a {@link Workload} to be laid below what is given
 * beside it, so that every part of it can be overridden.
 */
public enum LoadScale {
    /** 50 users for 5 min. */
    SMALL(50, Duration.ofMinutes(5)),
    /** 200 users for 10 min. */
    MEDIUM(200, Duration.ofMinutes(10)),
    /** 1,000 users for 30 min. */
    LARGE(1000, Duration.ofMinutes(30));

    private final int users;
    private final Duration duration;

    LoadScale(int users, Duration duration) {
        this.users = users;
        this.duration = duration;
    }

    /** What it asks for. */
    public Workload workload() {
        return Workload.NONE.withUsers(users).withDuration(duration);
    }

    /** As it is written: {@code small}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one that a text names.
     *
     * @throws InvalidPlanException where it names none
     */
    public static LoadScale parse(String text) {
        return Named.parse("scale", text, Arrays.asList(values()), LoadScale::text);
    }
}
