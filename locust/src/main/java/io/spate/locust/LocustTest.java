package io.spate.locust;

import io.spate.engine.Script;
import io.spate.locust.host.Crew;
import io.spate.locust.host.HostLog;
import io.spate.locust.stats.StatsBook;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import io.spate.plan.WarmUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Locustfiles that have been loaded and can run, once. Closing it ends all of their Python.
 *
 * <p>To the engine a run is one iteration of one virtual user on each loop: the runner, which
 * brings users and takes them away as Locust's does, on the same loop.
 */
public final class LocustTest implements AutoCloseable {
    private static final Duration FOREVER = Duration.ofDays(366);

    private final List<Shard> shards;
    private final Ticker ticker;
    private final AtomicInteger begun = new AtomicInteger();
    private Duration runTime = Duration.ZERO;
    private Duration stopTimeout = Duration.ZERO;
    private Optional<Watchdog> watchdog = Optional.empty();

    private LocustTest(List<Shard> shards, Ticker ticker) {
        this.shards = shards;
        this.ticker = ticker;
    }

    /**
     * Loads locustfiles.
     *
     * @throws LocustException where one fails, with Python's message and place
     */
    public static LocustTest load(LocustSource source, HostLog log, Ticker ticker) {
        var crew = new Crew(source.pythons(), ticker);
        var shards = new ArrayList<Shard>();
        try {
            for (int i = 0; i < source.pythons(); i++) {
                shards.add(Shard.load(source, log, ticker, crew, i));
            }
        } catch (LocustException | PolyglotException e) {
            shards.forEach(Shard::close);
            throw e;
        }
        shards.forEach(it -> crew.join(it.runner()));
        return new LocustTest(List.copyOf(shards), ticker);
    }

    private Shard first() {
        return shards.getFirst();
    }

    /** How many Pythons share the users, each of which needs a loop. */
    public int pythons() {
        return shards.size();
    }

    /** The arguments of the command line that the files add. */
    public List<ScriptArgument> arguments() {
        var texts = shards.stream().map(it -> it.asked("arguments")).toList();
        var all = JsonMapper.shared().readTree(texts.getFirst());
        return StreamSupport.stream(all.spliterator(), false).map(LocustTest::argument).toList();
    }

    private static ScriptArgument argument(JsonNode node) {
        return new ScriptArgument(
                texts(node.get("names")),
                node.get("dest").asString(),
                node.get("switch").asBoolean(),
                node.get("many").asBoolean(),
                node.get("env").isNull() ? "" : node.get("env").asString(),
                node.get("help").asString(),
                node.get("required").asBoolean());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }

    /** The classes of users that there are. */
    public List<String> classNames() {
        return texts(JsonMapper.shared().readTree(first().asked("class_names")));
    }

    /**
     * Sets the options of the run.
     *
     * @param options by the names that scripts see them under
     * @throws LocustException where they do not fit the files
     */
    public void setup(Map<String, @Nullable Object> options) {
        shards.forEach(it -> it.setup(options));
        runTime = seconds(options.get("run_time"));
        stopTimeout = seconds(options.get("stop_timeout"));
    }

    private static Duration seconds(@Nullable Object value) {
        return value instanceof Number number
                ? Duration.ofMillis(Math.round(number.doubleValue() * 1000))
                : Duration.ZERO;
    }

    /** The shares of classes and tasks, as JSON: {@code per_class} and {@code total}. */
    public String ratios() {
        return first().asked("ratios");
    }

    /** What is to be done, for people and the engine. */
    public TestPlan plan(String name, String target) {
        var scenario =
                new Scenario(
                        "locust",
                        new Executor.PerVuIterations(shards.size(), 1, FOREVER),
                        ThinkTime.NONE,
                        Duration.ZERO,
                        Duration.ZERO,
                        Tags.NONE);
        return new TestPlan(
                name, target, List.of(scenario), List.of(), Tags.NONE, List.of(), WarmUp.NONE, 1);
    }

    /** How it is done. */
    public Script script(RunObserver observer) {
        var dog = new Watchdog(ticker, stopTimeout, this::goesOn, this::giveUp);
        watchdog = Optional.of(dog);
        if (runTime.isPositive()) {
            dog.endsIn(runTime);
        }
        return context ->
                shards.get(begun.getAndIncrement() % shards.size()).runner().on(context, observer);
    }

    private boolean goesOn() {
        return shards.stream().anyMatch(it -> it.runner().goesOn());
    }

    private void giveUp() {
        shards.stream()
                .filter(it -> it.runner().goesOn())
                .forEach(
                        it -> {
                            it.runner().givenUp();
                            it.close();
                        });
    }

    /** Has the run end as at the end of its time. Any thread. */
    public void end() {
        watchdog.ifPresent(it -> it.endsIn(Duration.ZERO));
        shards.forEach(Shard::end);
    }

    /**
     * What the process is to end with.
     *
     * @throws LocustException where the run has failed
     */
    public int exitCode() {
        var codes = shards.stream().map(it -> it.runner().exitCode()).toList();
        return codes.stream().filter(it -> it != 0).findFirst().orElse(0);
    }

    /** Its figures; for after the run. */
    public StatsBook stats() {
        return first().runner().figures();
    }

    /** Tells listeners of {@code quit}; for after the run. */
    public void quit(int code) {
        shards.forEach(it -> it.quit(code));
    }

    @Override
    public void close() {
        watchdog.ifPresent(Watchdog::close);
        shards.forEach(Shard::close);
    }
}
