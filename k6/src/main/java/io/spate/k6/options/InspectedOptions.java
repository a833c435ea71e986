package io.spate.k6.options;

import io.spate.plan.Durations;
import io.spate.plan.InvalidPlanException;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.report.SummaryExport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Options as {@code k6 inspect} prints them: all there are, those not given as null. */
public final class InspectedOptions {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> TIMES =
            Set.of(
                    "duration",
                    "maxDuration",
                    "startTime",
                    "gracefulStop",
                    "gracefulRampDown",
                    "timeUnit",
                    "setupTimeout",
                    "teardownTimeout",
                    "handleSummaryTimeout",
                    "minIterationDuration",
                    "delayAbortEval");

    private InspectedOptions() {}

    /** The options that one script gives, as a text. */
    public static String ofScript(K6Options options) {
        return SummaryExport.indented(all(options), "  ");
    }

    /**
     * The options in force as a script asks for them: short forms as the scenario they stand for.
     */
    public static String inRun(K6Options options) {
        var root = all(options);
        addScenarios(root, options);
        List.of("vus", "duration", "iterations", "stages").forEach(root::remove);
        fill(root, "summaryTrendStats", options.summary().trendStats());
        fill(root, "systemTags", options.systemTags());
        return root.toString();
    }

    /** What a run would take, with how long it may last and how many users it has at most. */
    public static String whole(K6Options options, TestPlan plan) {
        var root = all(options);
        addScenarios(root, options);
        fill(root, "summaryTrendStats", options.summary().trendStats());
        fill(root, "systemTags", options.systemTags());
        var graceful =
                plan.scenarios().stream()
                        .map(Scenario::gracefulStop)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        root.put("totalDuration", Durations.formatFull(plan.duration().plus(graceful)));
        root.put("maxVUs", plan.scenarios().stream().mapToInt(it -> it.executor().maxVus()).sum());
        return SummaryExport.indented(root, "  ");
    }

    private static void addScenarios(ObjectNode root, K6Options options) {
        if (root.get("scenarios").isNull()) {
            var scenarios = root.putObject("scenarios");
            options.scenarios()
                    .forEach(it -> scenarios.set(it.scenario().name(), derived(it, root)));
        }
    }

    private static void fill(ObjectNode root, String key, List<String> values) {
        if (root.get(key).isNull()) {
            var list = root.putArray(key);
            values.forEach(list::add);
        }
    }

    /** The scenario that the short forms stand for. */
    private static ObjectNode derived(ScenarioSpec spec, ObjectNode root) {
        var node = NODES.objectNode().put("executor", spec.executor());
        List.of("startTime", "gracefulStop", "env", "exec", "tags").forEach(node::putNull);
        var kind = ExecutorKind.find(spec.executor()).orElseThrow();
        for (var key : List.of("startVUs", "vus", "iterations", "duration", "stages")) {
            var from = key.equals("startVUs") ? "vus" : key;
            if (kind.keys().contains(key)) {
                var value = root.get(from);
                node.set(key, value == null ? NODES.nullNode() : value);
            }
        }
        if (kind.keys().contains("maxDuration")) {
            node.set("maxDuration", root.get("duration"));
        }
        if (kind == ExecutorKind.RAMPING_VUS) {
            node.putNull("gracefulRampDown");
        }
        return node;
    }

    private static ObjectNode all(K6Options options) {
        var given = JsonMapper.shared().readTree(options.json());
        var root = NODES.objectNode();
        for (var key : OptionKey.values()) {
            var value = given.get(key.text());
            root.set(key.text(), value == null ? nothing(key) : tidied(key.text(), value));
        }
        return root;
    }

    private static JsonNode nothing(OptionKey key) {
        if (key != OptionKey.DNS) {
            return NODES.nullNode();
        }
        var dns = NODES.objectNode();
        List.of("ttl", "select", "policy").forEach(dns::putNull);
        return dns;
    }

    /** The same with times as k6 writes them. */
    private static JsonNode tidied(String key, JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                var copy = NODES.objectNode();
                object.properties()
                        .forEach(it -> copy.set(it.getKey(), tidied(it.getKey(), it.getValue())));
                yield copy;
            }
            case ArrayNode list -> {
                var copy = NODES.arrayNode();
                list.forEach(it -> copy.add(tidied(key, it)));
                yield copy;
            }
            case StringNode text when TIMES.contains(key) -> time(text);
            default ->
                    TIMES.contains(key) && value.isNumber()
                            ? NODES.stringNode(
                                    Durations.formatFull(Duration.ofMillis(value.asLong())))
                            : value;
        };
    }

    private static JsonNode time(StringNode text) {
        try {
            return NODES.stringNode(Durations.formatFull(Durations.parse(text.stringValue())));
        } catch (InvalidPlanException _) {
            return text;
        }
    }
}
