package io.spate.script.config;

import io.spate.metrics.Nearest;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.LoadPattern;
import io.spate.script.config.SloFile.Load;
import io.spate.script.yaml.judge.ThresholdBinder;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.FixedTexts;
import io.spate.script.yaml.text.Reading;
import io.spate.script.yaml.text.YamlDocument;
import io.spate.script.yaml.text.YamlProblems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a file of service level objectives. All of it is checked, the values of other environments
 * too; then those of one are laid over those of all, key by key.
 */
final class SloBinder {
    private static final Set<String> LAYER_KEYS = Set.of("thresholds", "load_test");
    private static final Set<String> KEYS =
            Set.of("thresholds", "load_test", "environments", "deployment_report");
    private static final Set<String> USUAL = Set.of("development", "staging", "production");
    private static final Set<String> LOAD_KEYS =
            Set.of("target", "concurrency", "duration", "pattern", "endpoints");

    private final String file;
    private final String text;
    private final Reading reading;
    private final YamlProblems problems;

    SloBinder(String file, String text, Map<String, String> env) {
        this.file = file;
        this.text = text;
        this.problems = new YamlProblems(file, text);
        this.reading = new Reading(problems, new FixedTexts(env));
    }

    SloFile bind(String environment, boolean asked) {
        var root = YamlDocument.compose(file, text, problems);
        problems.check();
        var fields = reading.open(root.orElseThrow(), "a configuration");
        var environments = environments(fields);
        layer(fields);
        environments
                .values()
                .forEach(it -> layer(reading.fields(it, "an environment", LAYER_KEYS)));
        if (asked && !environments.isEmpty() && !environments.containsKey(environment)) {
            problems.add(
                    fields.has("environments") ? fields.key("environments") : fields.node(),
                    "there is no environment \"%s\"%s: the file has %s"
                            .formatted(
                                    environment,
                                    Nearest.hint(environment, environments.keySet()),
                                    String.join(", ", environments.keySet())));
        }
        problems.check();
        var whole =
                Optional.ofNullable(environments.get(environment))
                        .map(it -> merged(fields.node(), it))
                        .orElse(fields.node());
        var effective = reading.open(whole, "a configuration");
        var file =
                new SloFile(
                        this.file,
                        environment,
                        environments.containsKey(environment),
                        thresholds(effective),
                        load(effective),
                        placed(fields, "deployment_report", Function.identity()));
        problems.check();
        return file;
    }

    /** By name: those below {@code environments}, and mappings beside it that look like one. */
    private Map<String, Node> environments(Fields fields) {
        var environments = new LinkedHashMap<String, Node>();
        fields.open("environments")
                .ifPresent(
                        open ->
                                open.names()
                                        .forEach(
                                                it ->
                                                        environments.put(
                                                                it, open.node(it).orElseThrow())));
        for (var name : fields.names()) {
            if (KEYS.contains(name)) {
                continue;
            }
            var node = fields.node(name).orElseThrow();
            if (!isLayer(name, node)) {
                problems.add(
                        fields.key(name),
                        "a configuration has no \"%s\"%s"
                                .formatted(name, Nearest.hint(name, KEYS)));
            } else if (environments.putIfAbsent(name, node) != null) {
                problems.add(fields.key(name), "environment \"%s\" is here twice".formatted(name));
            }
        }
        return environments;
    }

    /** By one of its keys, or by its name, so that a mistake in the only key is told as such. */
    private static boolean isLayer(String name, Node node) {
        return node instanceof MappingNode mapping
                && (USUAL.contains(name)
                        || mapping.getValue().stream()
                                .anyMatch(it -> LAYER_KEYS.contains(name(it))));
    }

    private static String name(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode it ? it.getValue() : "";
    }

    /** Finds the mistakes of the values of all, or of an environment. */
    private void layer(Fields fields) {
        fields.node("thresholds").ifPresent(it -> binder().thresholds(it, Tags.NONE));
        load(fields);
    }

    private ThresholdBinder binder() {
        return new ThresholdBinder(reading, List.of());
    }

    private List<Placed<Threshold>> thresholds(Fields fields) {
        var thresholds = new ArrayList<Placed<Threshold>>();
        fields.node("thresholds").ifPresent(it -> thresholds.addAll(thresholds(it)));
        return thresholds;
    }

    /** One by one, so that each has its line. */
    private List<Placed<Threshold>> thresholds(Node node) {
        var thresholds = new ArrayList<Placed<Threshold>>();
        for (var tuple : tuples(node)) {
            boolean grouped = name(tuple).equals("latency");
            for (var inner : grouped ? tuples(tuple.getValueNode()) : List.of(tuple)) {
                var alone =
                        grouped
                                ? new NodeTuple(tuple.getKeyNode(), mapping(node, List.of(inner)))
                                : inner;
                binder().thresholds(mapping(node, List.of(alone)), Tags.NONE).stream()
                        .map(it -> new Placed<>(it, origin(inner.getKeyNode())))
                        .forEach(thresholds::add);
            }
        }
        return thresholds;
    }

    private static List<NodeTuple> tuples(Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    private static MappingNode mapping(Node at, List<NodeTuple> tuples) {
        return new MappingNode(
                Tag.MAP, true, tuples, FlowStyle.BLOCK, at.getStartMark(), at.getEndMark());
    }

    private Load load(Fields fields) {
        var load = fields.fields("load_test", LOAD_KEYS);
        return new Load(
                load.flatMap(it -> placed(it, "target", Function.identity())),
                load.flatMap(it -> placed(it, "concurrency", LoadTestVariables::users)),
                load.flatMap(it -> placed(it, "duration", LoadTestVariables::duration)),
                load.flatMap(it -> placed(it, "pattern", LoadPattern::parse)),
                load.flatMap(it -> it.open("endpoints")).map(this::endpoints).orElse(List.of()));
    }

    private List<Placed<EndpointShare>> endpoints(Fields open) {
        var endpoints = new ArrayList<Placed<EndpointShare>>();
        for (var name : open.names()) {
            placed(open, name, share -> EndpointShare.parse(name, share)).ifPresent(endpoints::add);
        }
        var sum =
                endpoints.stream()
                        .map(it -> it.value().share())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (endpoints.size() == open.names().size() && sum.signum() == 0) {
            problems.add(open.node(), "endpoints needs one with a share above 0: \"/\": 1");
        }
        return endpoints;
    }

    private <V> Optional<Placed<V>> placed(Fields fields, String name, Function<String, V> parse) {
        return fields.parsed(name, parse).map(it -> new Placed<>(it, origin(fields.key(name))));
    }

    private String origin(Node node) {
        return node.getStartMark().map(it -> file + ":" + (it.getLine() + 1)).orElse(file);
    }

    /** The values of one mapping over those of another, key by key, however deep. */
    private static Node merged(Node below, Node over) {
        if (!(below instanceof MappingNode base) || !(over instanceof MappingNode upper)) {
            return over;
        }
        // Shares are shares of a whole: those of another mix make no sense among them.
        var byName = new LinkedHashMap<String, NodeTuple>();
        base.getValue().forEach(it -> byName.put(name(it), it));
        for (var tuple : upper.getValue()) {
            var name = name(tuple);
            var old = byName.get(name);
            byName.put(
                    name,
                    old == null || name.equals("endpoints")
                            ? tuple
                            : new NodeTuple(
                                    tuple.getKeyNode(),
                                    merged(old.getValueNode(), tuple.getValueNode())));
        }
        return mapping(below, List.copyOf(byName.values()));
    }
}
