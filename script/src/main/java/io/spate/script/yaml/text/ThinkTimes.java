package io.spate.script.yaml.text;

import io.spate.plan.Durations;
import io.spate.plan.ThinkTime;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads pauses: {@code 2s}, {@code 1s..3s}, {@code ~2s}, {@code {exponential: 2s}}. */
public final class ThinkTimes {
    /** The keys of a pause's long form. */
    public static final Set<String> KEYS = Set.of("exponential");

    private ThinkTimes() {}

    /** The pause of a field. */
    public static Optional<ThinkTime> of(Fields fields, String name) {
        if (fields.node(name).filter(MappingNode.class::isInstance).isEmpty()) {
            return fields.parsed(name, ThinkTime::parse);
        }
        return fields.fields(name, KEYS)
                .flatMap(
                        it -> {
                            if (!it.has("exponential")) {
                                it.problems()
                                        .add(it.node(), "a pause needs exponential: 2s, its mean");
                            }
                            return it.parsed(
                                    "exponential",
                                    text -> new ThinkTime.Exponential(Durations.parse(text)));
                        });
    }
}
