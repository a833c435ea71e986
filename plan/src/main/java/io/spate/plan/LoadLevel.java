package io.spate.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Levels of load that go by a name. Each is a {@link Workload} to be laid below what is given
 * beside it, so that every part of it can be overridden.
 */
public enum LoadLevel {
    /** 10 users, 2 more each second, for 5 min. */
    LIGHT(10, 2, Duration.ofMinutes(5)),
    /** 50 users, 5 more each second, for 5 min. */
    MEDIUM(50, 5, Duration.ofMinutes(5)),
    /** 100 users, 10 more each second, for 3 min. */
    HEAVY(100, 10, Duration.ofMinutes(3)),
    /** 200 users, 20 more each second, for 2 min. */
    STRESS(200, 20, Duration.ofMinutes(2));

    private final int users;
    private final int usersPerSecond;
    private final Duration duration;

    LoadLevel(int users, int usersPerSecond, Duration duration) {
        this.users = users;
        this.usersPerSecond = usersPerSecond;
        this.duration = duration;
    }

    /** What it asks for. */
    public Workload workload() {
        return Workload.NONE
                .withUsers(users)
                .withDuration(duration)
                .with(new Profile.SpawnRate(usersPerSecond));
    }

    /** As it is written: {@code light}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one that a text names.
     *
     * @throws InvalidPlanException where it names none
     */
    public static LoadLevel parse(String text) {
        return Named.parse("load level", text, Arrays.asList(values()), LoadLevel::text);
    }
}
