package io.spate.script;

import io.spate.http.HttpOptions;
import io.spate.http.HttpVersion;
import io.spate.http.watch.NodeSource;
import io.spate.http.watch.ResponseWatch;
import io.spate.metrics.Metric;
import io.spate.metrics.Nearest;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.metrics.keeping.Tracing;
import io.spate.metrics.threshold.Threshold;
import io.spate.net.route.Route;
import io.spate.plan.Durations;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.WarmUp;
import io.spate.script.share.CustomMetrics;
import io.spate.script.share.TestShare;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Takes the description of a test. Mistakes do not throw: they are gathered, each with its line,
 * and told at once when the description has ended.
 */
public final class TestBuilder {
    private final LoadOptions options;
    private final Problems problems = new Problems();
    private final Map<String, ScenarioBuilder<?>> scenarios = new LinkedHashMap<>();
    private final ThresholdList thresholds = new ThresholdList(problems);
    private final CustomMetrics metrics = new CustomMetrics();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String name;
    private String baseUrl = "";
    private Place baseUrlPlace = Place.UNKNOWN;
    private Duration timeout = HttpOptions.DEFAULT.timeout();
    private boolean discardBodies;
    private Optional<NodeSource> nodes = Optional.empty();
    private Route route = Route.DIRECT;
    private final List<String> outputs = new ArrayList<>();
    private Tracing tracing = Tracing.OFF;
    private HttpVersion version = HttpVersion.AUTO;
    private Tags tags = Tags.NONE;
    private WarmUp warmUp = WarmUp.NONE;
    private Action<User> before = _ -> {};
    private Action<User> after = _ -> {};

    private TestBuilder(String name, LoadOptions options) {
        this.name = withoutCredentials(name);
        this.options = options;
    }

    static LoadedTest load(String name, LoadTest test, LoadOptions options) {
        var builder = new TestBuilder(name, options);
        try {
            test.define(builder);
        } catch (ScriptException told) {
            throw told;
        } catch (Exception | AssertionError | LinkageError | StackOverflowError thrown) {
            throw builder.problems.with(Place.of(thrown).problem(thrown.toString()), thrown);
        }
        return builder.build();
    }

    /** Names the test in reports; otherwise it is called by its file or class. */
    public TestBuilder name(String name) {
        this.name = name;
        return this;
    }

    /**
     * Sends what is measured elsewhere too, as {@code --out} does: {@code
     * influxdb=http://localhost:8086/k6}, say. Flags add further ones.
     */
    public TestBuilder output(String output) {
        outputs.add(output);
        return this;
    }

    /**
     * Sets what is put before URLs that start with {@code /}; a target given on the command line
     * takes its place.
     */
    public TestBuilder baseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
        baseUrlPlace = Place.here();
        return this;
    }

    /** Sends a header with every request. */
    public TestBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Limits each request, from its start to its last byte; 60 s unless told otherwise. */
    public TestBuilder timeout(String duration) {
        problems.attempt(Place.here(), "timeout", () -> Durations.parse(duration))
                .ifPresent(value -> timeout = value);
        return this;
    }

    /**
     * Says which version of HTTP is spoken: {@code 2}, {@code 1.1}, or {@code auto} for what the
     * server prefers over TLS and HTTP/1.1 else.
     */
    public TestBuilder httpVersion(String text) {
        problems.attempt(Place.here(), "httpVersion", () -> HttpVersion.parse(text))
                .ifPresent(parsed -> version = parsed);
        return this;
    }

    /**
     * Sends {@code traceparent} with each request; a share of the traces is sampled: {@code 1%}.
     */
    public TestBuilder traceparent(String share) {
        problems.attempt(Place.here(), "traceparent", () -> Tracing.parse(share))
                .ifPresent(parsed -> tracing = parsed);
        return this;
    }

    /** Reads and drops the bodies of responses, which saves memory and time. */
    public TestBuilder discardBodies() {
        discardBodies = true;
        return this;
    }

    /**
     * Says what tells which node of the target a response came from, for the tag {@code node}:
     * {@code header:X-Served-By}, {@code json:$.node} or {@code address}.
     */
    public TestBuilder nodes(String source) {
        problems.attempt(Place.here(), "nodes", () -> NodeSource.parse(source))
                .ifPresent(it -> nodes = Optional.of(it));
        return this;
    }

    /**
     * Sends connections another way than straight to their targets: through a proxy, to a socket in
     * the file system, to other addresses. Flags win over it.
     */
    public TestBuilder route(Route route) {
        this.route = route;
        return this;
    }

    /** Puts a tag on everything the test records. */
    public TestBuilder tag(String name, String value) {
        tags = tags.with(name, value);
        return this;
    }

    /** The value of a variable, from {@code -e NAME=VALUE} or the environment, or a default. */
    public String env(String name, String otherwise) {
        return options.env().getOrDefault(name, otherwise);
    }

    /** The value of a variable without which the test makes no sense. */
    public String env(String name) {
        var value = options.env().get(name);
        if (value == null) {
            problems.add("variable %s is not set: give it with -e %s=VALUE".formatted(name, name));
            return "";
        }
        return value;
    }

    /** Adds a scenario whose tasks take the {@link User} itself. */
    public ScenarioBuilder<User> scenario(String name) {
        return scenario(name, Function.identity());
    }

    /**
     * Adds a scenario whose tasks take an object of the author's, which holds the state of one
     * virtual user: {@code test.scenario("shopper", Shopper::new)}.
     *
     * @param name unique in the test
     * @param factory makes the object of a virtual user; called on its virtual thread
     */
    public <T> ScenarioBuilder<T> scenario(String name, Function<User, T> factory) {
        var scenario = new ScenarioBuilder<>(name, factory, problems, thresholds);
        if (scenarios.putIfAbsent(name, scenario) != null) {
            problems.add("scenario \"%s\": there are two of that name".formatted(name));
        }
        return scenario;
    }

    /**
     * Judges the run by a condition on a metric.
     *
     * @param selector such as {@code http_req_duration} or {@code
     *     http_req_duration{scenario:browse}}
     * @param expression such as {@code p(95)<500}
     */
    public TestBuilder threshold(String selector, String expression) {
        thresholds.add(Place.here(), selector, expression, Tags.NONE);
        return this;
    }

    /**
     * Judges the run by a condition and ends it when that is crossed.
     *
     * @param delay how long after the start it may first end the run, such as {@code 10s}
     */
    public TestBuilder abortOnFail(String selector, String expression, String delay) {
        problems.attempt(
                        Place.here(),
                        "abortOnFail \"%s\": \"%s\"".formatted(selector, expression),
                        () ->
                                Threshold.parse(selector, expression)
                                        .abortingAfter(Durations.parse(delay)))
                .ifPresent(this::threshold);
        return this;
    }

    /** Judges the run by a condition that may also stop it. */
    public TestBuilder threshold(Threshold threshold) {
        thresholds.add(Place.here(), threshold, Tags.NONE);
        return this;
    }

    /** Adds a metric that counts, such as orders placed. */
    public Counter counter(String name) {
        return new Counter(metric(Metric.counter(name)));
    }

    /** Adds a metric that has a level, such as the length of a queue. */
    public Gauge gauge(String name) {
        return new Gauge(metric(new Metric(name, Metric.Type.GAUGE, Metric.Contains.DECIMAL)));
    }

    /** Adds a metric that is the share of what is true, such as cache hits. */
    public Rate rate(String name) {
        return new Rate(metric(Metric.rate(name)));
    }

    /** Adds a metric with a distribution, such as prices. */
    public Trend trend(String name) {
        return new Trend(metric(new Metric(name, Metric.Type.TREND, Metric.Contains.DECIMAL)));
    }

    /** Adds a metric of times. */
    public Trend timeTrend(String name) {
        return new Trend(metric(Metric.time(name)));
    }

    private int metric(Metric metric) {
        return problems.attempt(
                        Place.here(),
                        "metric \"%s\"".formatted(metric.name()),
                        () -> metrics.add(metric))
                .orElse(0);
    }

    /**
     * What is done once, before the first scenario begins, such as making test data. What it puts
     * into its session is in every user's session. Its requests are measured apart.
     */
    public TestBuilder before(Action<User> action) {
        before = action;
        return this;
    }

    /** What is done once, after the last scenario, also where the run was stopped. */
    public TestBuilder after(Action<User> action) {
        after = action;
        return this;
    }

    /** Keeps the first part of the run out of its results: {@code 10s}, or {@code auto}. */
    public TestBuilder warmUp(String text) {
        problems.attempt(Place.here(), "warmUp", () -> WarmUp.parse(text))
                .ifPresent(value -> warmUp = value);
        return this;
    }

    private LoadedTest build() {
        if (scenarios.isEmpty()) {
            problems.add(
                    Place.UNKNOWN,
                    name + " describes no scenario: add test.scenario(\"name\").task(...)");
        }
        checkOverrides();
        scenarios.values().forEach(this::checkAfter);
        var definitions = new LinkedHashMap<String, ScenarioDefinition<?>>();
        for (var scenario : scenarios.values()) {
            scenario.build(options)
                    .ifPresent(built -> definitions.put(built.scenario().name(), built));
        }
        var judged = thresholds.check(metrics.all());
        var http = http();
        problems.check();
        var plan = problems.attempt(Place.UNKNOWN, name, () -> plan(definitions.values(), judged));
        problems.check();
        var settings =
                new TestShare(
                        http.orElseThrow(),
                        options.env(),
                        metrics.all(),
                        definitions.size(),
                        options.seed(),
                        options.folder(),
                        Ticker.system());
        return new LoadedTest(
                plan.orElseThrow(),
                new ScenarioScript(definitions, before, after, settings, options.observer()),
                route,
                outputs,
                tracing);
    }

    private TestPlan plan(
            Collection<ScenarioDefinition<?>> definitions, List<Threshold> thresholds) {
        List<Scenario> planned = definitions.stream().map(it -> it.scenario()).toList();
        return new TestPlan(
                name,
                withoutCredentials(target()),
                planned,
                thresholds,
                tags,
                metrics.all(),
                warmUp,
                options.seed());
    }

    private void checkAfter(ScenarioBuilder<?> scenario) {
        scenario.after()
                .filter(name -> !scenarios.containsKey(name))
                .ifPresent(
                        name ->
                                problems.add(
                                        scenario.place(),
                                        "after: there is no scenario \"%s\"%s"
                                                .formatted(
                                                        name,
                                                        Nearest.hint(name, scenarios.keySet()))));
    }

    private Optional<HttpOptions> http() {
        headers.putAll(options.headers());
        var place = options.target().isPresent() ? Place.UNKNOWN : baseUrlPlace;
        return problems.attempt(
                place,
                "requests",
                () -> {
                    var http =
                            new HttpOptions(
                                            target(),
                                            headers,
                                            options.timeout().orElse(timeout),
                                            !options.insecure(),
                                            discardBodies || options.discardBodies())
                                    .withWatch(watch())
                                    .withVersion(
                                            options.http().orElse(version), options.connections());
                    return options.observer().<HttpOptions>map(http::withObserver).orElse(http);
                });
    }

    /** What the command line says of nodes wins over the test. */
    private ResponseWatch watch() {
        var given = options.watch();
        return given.nodes().isPresent() ? given : nodes.map(given::withNodes).orElse(given);
    }

    private String target() {
        return options.target().orElse(baseUrl);
    }

    /** A URL as reports may show it. */
    private static String withoutCredentials(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }

    /** A number of users, or a rate, says nothing of how several scenarios share it. */
    private void checkOverrides() {
        var given = options.workload();
        var shaped =
                given.users().isPresent()
                        || given.maxUsers().isPresent()
                        || !given.profiles().isEmpty();
        if (scenarios.size() > 1 && shaped) {
            problems.add(
                    Place.UNKNOWN,
                    "users, rate, iterations and stages from the command line or the environment"
                            + " are for a test with one scenario, and this one has "
                            + String.join(", ", scenarios.keySet())
                            + ": set them in the file; a duration alone applies to all");
        }
    }
}
