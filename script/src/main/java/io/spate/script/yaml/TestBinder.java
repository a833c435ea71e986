package io.spate.script.yaml;

import io.spate.http.HttpOptions;
import io.spate.http.HttpVersion;
import io.spate.http.watch.NodeSource;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Tags;
import io.spate.metrics.keeping.Tracing;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.WarmUp;
import io.spate.script.LoadOptions;
import io.spate.script.yaml.BoundTest.Requesting;
import io.spate.script.yaml.ScenarioBinder.BoundScenario;
import io.spate.script.yaml.judge.ServiceLevels;
import io.spate.script.yaml.judge.ThresholdBinder;
import io.spate.script.yaml.step.AddressBinder;
import io.spate.script.yaml.step.StepBinder;
import io.spate.script.yaml.step.StepSettings;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.FixedTexts;
import io.spate.script.yaml.text.Reading;
import io.spate.script.yaml.text.Variables;
import io.spate.script.yaml.text.YamlProblems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a whole test. */
final class TestBinder {
    static final Set<String> KEYS =
            Set.of(
                    "name",
                    "target",
                    "headers",
                    "network",
                    "timeout",
                    "discardBodies",
                    "nodes",
                    "http",
                    "traceparent",
                    "variables",
                    "tags",
                    "data",
                    "metrics",
                    "warmup",
                    "seed",
                    "outputs",
                    "before",
                    "after",
                    "scenarios",
                    "thresholds",
                    "kpi",
                    "sla");

    static final Set<String> NODE_KEYS = Set.of("by", "name");

    private static final Pattern OWN_METRIC = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    private final Reading reading;
    private final Fields fields;
    private final Set<String> endpoints = new TreeSet<>();

    private TestBinder(Reading reading, Fields fields) {
        this.reading = reading;
        this.fields = fields;
    }

    /** What the root of a file says; its mistakes are gathered. */
    static BoundTest bind(Node root, LoadOptions options, Path folder, YamlProblems problems) {
        var fixed = FixedTexts.of(root, options.env(), problems);
        var reading = new Reading(problems, fixed);
        var fields = reading.fields(root, "a test", KEYS);
        if (root instanceof MappingNode && !fields.has("scenarios")) {
            problems.add(root, "a test needs scenarios");
        }
        return new TestBinder(reading, fields).test(options, folder);
    }

    private BoundTest test(LoadOptions options, Path folder) {
        var kinds = fields.map("metrics", text -> Fields.oneOf(text, MetricKind.byName()));
        var metrics = metrics(kinds);
        var hasTarget = fields.has("target") || options.target().isPresent();
        var settings =
                new StepSettings(reading, new AddressBinder(hasTarget), folder, metrics, endpoints);
        var variables = new Variables(reading.fixed().values());
        var once = new StepBinder(settings, variables);
        var before = once.steps(fields, "before");
        var data = new DataBinder(reading, folder);
        data.name(fields);
        var thresholds = new ThresholdBinder(reading, metrics);
        var scenarios = scenarios(new ScenarioBinder(settings, variables, data, thresholds));
        var after = once.steps(fields, "after");
        return new BoundTest(
                fields.text("name"),
                requesting(),
                fields.texts("tags"),
                kinds,
                fields.parsed("warmup", TestBinder::warmUp),
                fields.longNumber("seed"),
                outputs(),
                before,
                after,
                scenarios,
                judged(thresholds, scenarios),
                (plan, replaced) ->
                        fields.node("sla")
                                .map(it -> tables(scenarios).levels(it, plan.levels(), replaced))
                                .orElse(List.of()));
    }

    private List<String> outputs() {
        return fields.oneOrMore("outputs").stream()
                .flatMap(it -> reading.text(it, "an output").stream())
                .toList();
    }

    private Requesting requesting() {
        return new Requesting(
                fields.parsed("target", TestBinder::target),
                headers(),
                fields.duration("timeout").flatMap(this::timeout),
                fields.flag("discardBodies").orElse(false),
                nodes(),
                NetworkBinder.route(fields),
                fields.parsed("http", HttpVersion::parse),
                fields.parsed("traceparent", TestBinder::traceparent));
    }

    /** {@code header:X-Served-By}, or the same in two fields. */
    private Optional<NodeSource> nodes() {
        if (fields.node("nodes").filter(MappingNode.class::isInstance).isEmpty()) {
            return fields.parsed("nodes", NodeSource::parse);
        }
        return fields.fields("nodes", NODE_KEYS)
                .flatMap(
                        it ->
                                reading.problems()
                                        .attempt(
                                                it.node(),
                                                "nodes: ",
                                                () ->
                                                        NodeSource.of(
                                                                it.text("by").orElse(""),
                                                                it.text("name").orElse(""))));
    }

    /** As the HTTP client checks them. */
    private static String target(String text) {
        return http(text, Map.of(), HttpOptions.DEFAULT.timeout()).baseUrl();
    }

    private Optional<Duration> timeout(Duration timeout) {
        return reading.problems()
                .attempt(
                        fields.node("timeout").orElseThrow(),
                        "timeout: ",
                        () -> http("", Map.of(), timeout).timeout());
    }

    private Map<String, String> headers() {
        var headers = fields.texts("headers");
        return reading.problems()
                .attempt(
                        fields.key("headers"),
                        "headers: ",
                        () -> http("", headers, HttpOptions.DEFAULT.timeout()).headers())
                .orElse(headers);
    }

    private static HttpOptions http(String target, Map<String, String> headers, Duration timeout) {
        return new HttpOptions(target, headers, timeout, true, false);
    }

    private static String traceparent(String text) {
        Tracing.parse(text);
        return text;
    }

    private static String warmUp(String text) {
        WarmUp.parse(text);
        return text;
    }

    private List<Metric> metrics(Map<String, MetricKind> kinds) {
        var metrics = new ArrayList<Metric>();
        fields.open("metrics")
                .ifPresent(
                        open ->
                                kinds.forEach(
                                        (name, kind) ->
                                                reading.problems()
                                                        .attempt(
                                                                open.key(name),
                                                                "",
                                                                () -> ownMetric(name))
                                                        .map(kind::metric)
                                                        .ifPresent(metrics::add)));
        return metrics;
    }

    private static String ownMetric(String name) {
        if (!OWN_METRIC.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no name for a metric: it has letters, digits and _, and a letter first"
                            .formatted(name));
        }
        if (BuiltinMetrics.find(name).isPresent() || ThresholdBinder.LIMIT_NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "\"%s\" is built in: use another name".formatted(name));
        }
        return name;
    }

    private List<BoundScenario> scenarios(ScenarioBinder binder) {
        var scenarios = fields.open("scenarios");
        scenarios
                .filter(it -> it.node() instanceof MappingNode && it.names().isEmpty())
                .ifPresent(
                        it ->
                                reading.problems()
                                        .add(
                                                it.node(),
                                                "scenarios needs at least one, by its name"));
        return scenarios
                .map(
                        open ->
                                open.names().stream()
                                        .map(
                                                name ->
                                                        binder.scenario(
                                                                name,
                                                                open.node(name).orElseThrow(),
                                                                open.names()))
                                        .toList())
                .orElse(List.of());
    }

    private ServiceLevels tables(List<BoundScenario> scenarios) {
        var names = scenarios.stream().map(BoundScenario::name).toList();
        return new ServiceLevels(reading, endpoints, names);
    }

    private List<Threshold> judged(ThresholdBinder binder, List<BoundScenario> scenarios) {
        var tables = tables(scenarios);
        var thresholds = new ArrayList<Threshold>();
        fields.node("thresholds")
                .ifPresent(it -> thresholds.addAll(binder.thresholds(it, Tags.NONE)));
        scenarios.forEach(it -> thresholds.addAll(it.thresholds()));
        fields.node("kpi").ifPresent(it -> thresholds.addAll(tables.indicators(it)));
        fields.node("sla").ifPresent(it -> thresholds.addAll(tables.tables(it)));
        return List.copyOf(new LinkedHashSet<>(thresholds));
    }
}
