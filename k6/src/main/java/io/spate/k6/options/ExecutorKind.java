package io.spate.k6.options;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** k6's executors, with the settings that each has of its own. */
enum ExecutorKind {
    CONSTANT_VUS("vus", "duration"),
    RAMPING_VUS("startVUs", "stages"),
    SHARED_ITERATIONS("vus", "iterations", "maxDuration"),
    PER_VU_ITERATIONS("vus", "iterations", "maxDuration"),
    CONSTANT_ARRIVAL_RATE("rate", "timeUnit", "duration", "preAllocatedVUs", "maxVUs"),
    RAMPING_ARRIVAL_RATE("startRate", "timeUnit", "stages", "preAllocatedVUs", "maxVUs"),
    EXTERNALLY_CONTROLLED("vus", "maxVUs", "duration");

    /** What all have, but for those of {@link #NOT_CONTROLLED}. */
    private static final Set<String> COMMON =
            Set.of(
                    "executor",
                    "startTime",
                    "gracefulStop",
                    "gracefulRampDown",
                    "env",
                    "exec",
                    "tags",
                    "options");

    private static final Set<String> NOT_CONTROLLED = Set.of("startTime", "gracefulStop");

    private final String keys;

    ExecutorKind(String... keys) {
        this.keys = String.join(" ", keys);
    }

    Set<String> keys() {
        return Set.of(keys.split(" ", -1));
    }

    /** Whether a scenario of the kind may have a setting. */
    boolean takes(String key) {
        boolean common =
                COMMON.contains(key)
                        && !(this == EXTERNALLY_CONTROLLED && NOT_CONTROLLED.contains(key));
        return common || keys().contains(key);
    }

    String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Optional<ExecutorKind> find(String text) {
        return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
    }

    static String unknown(String text) {
        return "there is no executor \"%s\"; there are %s"
                .formatted(
                        text,
                        String.join(
                                ", ", Arrays.stream(values()).map(ExecutorKind::text).toList()));
    }
}
