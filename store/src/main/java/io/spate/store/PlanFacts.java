package io.spate.store;

import io.spate.plan.TestPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * What was to be done, as far as runs are compared by it.
 *
 * @param name what the test is called
 * @param description its load, for people: a line for each scenario
 * @param key the same for all runs of the same name under the same load, whatever their target,
 *     thresholds and tags; what a script does is not in it. A later version of Spate that knows
 *     more of a workload may give another one
 */
public record PlanFacts(String name, String description, String key) {
    private static final int KEY_BYTES = 8;

    /** Those of a plan. */
    public static PlanFacts of(TestPlan plan) {
        var description =
                plan.scenarios().stream()
                        .map(it -> it.name() + ": " + it.describe())
                        .collect(Collectors.joining("\n"));
        // A description leaves out what people do not need, such as each stage of a ramp.
        var whole =
                plan.scenarios().stream()
                        .map(
                                it ->
                                        "%s %s %s %s %s %s %s"
                                                .formatted(
                                                        it.name(),
                                                        it.executor(),
                                                        it.think(),
                                                        it.pacing(),
                                                        it.after(),
                                                        it.startTime(),
                                                        it.gracefulStop()))
                        .collect(Collectors.joining("\n"));
        return new PlanFacts(plan.name(), description, key(plan.name() + "\n" + whole));
    }

    private static String key(String text) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
