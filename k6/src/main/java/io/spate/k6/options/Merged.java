package io.spate.k6.options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The options of several tiers, the later over the earlier ones. A tier that says how long or how
 * often to run takes away what earlier ones say of that.
 *
 * @param values of all keys
 * @param from the tier that each key comes from
 */
record Merged(ObjectNode values, Map<OptionKey, Tier> from) {
    private static final List<OptionKey> EXECUTION =
            List.of(
                    OptionKey.DURATION,
                    OptionKey.ITERATIONS,
                    OptionKey.STAGES,
                    OptionKey.SCENARIOS);

    static Merged of(List<Tier> tiers, Problems problems) {
        var merged = new Merged(JsonNodeFactory.instance.objectNode(), new HashMap<>());
        tiers.forEach(it -> merged.add(it, problems));
        return merged;
    }

    private void add(Tier tier, Problems problems) {
        if (EXECUTION.stream().anyMatch(it -> isGiven(tier, it))) {
            for (var key : EXECUTION) {
                values.remove(key.text());
                from.remove(key);
            }
        }
        for (var entry : tier.values().properties()) {
            var key = OptionKey.find(entry.getKey());
            if (key.isEmpty()) {
                problems.warn(
                        tier, "there is no option \"%s\"; it is ignored".formatted(entry.getKey()));
            } else if (!entry.getValue().isNull()) {
                values.set(entry.getKey(), entry.getValue());
                from.put(key.get(), tier);
            }
        }
    }

    private static boolean isGiven(Tier tier, OptionKey key) {
        var value = tier.values().get(key.text());
        return value != null && !value.isNull();
    }

    /** The options that one tier has won with, or all of them by the tier of one key. */
    Fields fields(OptionKey key, Problems problems) {
        var tier = from.getOrDefault(key, new Tier("options", values, ""));
        return new Fields(values, "", tier, problems);
    }

    boolean has(OptionKey key) {
        return from.containsKey(key);
    }
}
