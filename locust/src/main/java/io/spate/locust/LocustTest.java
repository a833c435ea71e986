package io.spate.locust;

import io.spate.engine.Script;
import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
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
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Locustfiles that have been loaded and can run, one time after the other. Closing it ends all of
 * their Python.
 *
 * <p>To the engine a run is one iteration of one virtual user on each loop: the runner, which
 * brings users and takes them away as Locust's does, on the same loop.
 */
public final class LocustTest implements AutoCloseable {
    private static final Duration FOREVER = Duration.ofDays(366);

    private final LocustSource source;
    private final Crew crew;
    private final List<Shard> shards;
    private final Ticker ticker;
    private final AtomicInteger begun = new AtomicInteger();
    private Duration timeLimit = Duration.ZERO;
    private Duration stopTimeout = Duration.ZERO;
    private Optional<Watchdog> watchdog = Optional.empty();

    private LocustTest(LocustSource source, Crew crew, List<Shard> shards, Ticker ticker) {
        this.source = source;
        this.crew = crew;
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
        return new LocustTest(source, crew, List.copyOf(shards), ticker);
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
        timeLimit = first().timeLimit();
        stopTimeout = seconds(options.get("stop_timeout"));
    }

    private static Duration seconds(@Nullable Object value) {
        return value instanceof Number number
                ? Duration.ofMillis(Math.round(number.doubleValue() * 1000))
                : Duration.ZERO;
    }

    /** The shares of classes and tasks, as JSON: {@code per_class} and {@code total}. */
    public String ratios() {
        return first().asked("ratios", false);
    }

    /** The same in lines, as Locust prints it. */
    public String ratiosInLines() {
        return first().asked("ratios", true);
    }

    /** What is to be done, for people and the engine. */
    public TestPlan plan(String name, String target) {
        return plan(name, target, pythons());
    }

    /** The same of files that are not loaded. */
    public static TestPlan plan(String name, String target, int pythons) {
        var scenario =
                new Scenario(
                        "locust",
                        new Executor.PerVuIterations(pythons, 1, FOREVER),
                        ThinkTime.NONE,
                        Duration.ZERO,
                        Duration.ZERO,
                        Tags.NONE);
        return new TestPlan(
                name, target, List.of(scenario), List.of(), Tags.NONE, List.of(), WarmUp.NONE, 1);
    }

    /** The classes of shapes that there are. */
    public List<String> shapeNames() {
        return texts(JsonMapper.shared().readTree(first().asked("shapes")));
    }

    /**
     * Sets what somebody asks for at a page, for the next run.
     *
     * @param order what is to be other than before: {@code users}, {@code spawn_rate}, {@code
     *     run_time} in seconds, {@code host}, {@code user_classes}, {@code shape_class}, and {@code
     *     custom} with arguments of the files
     * @throws LocustException where it does not fit the files
     */
    public void order(Map<String, @Nullable Object> order) {
        shards.forEach(it -> it.told("order", order));
        timeLimit = first().timeLimit();
    }

    /** Changes a class of users, as Locust's {@code /user} does. */
    public void updateUser(Map<String, @Nullable Object> settings) {
        shards.forEach(it -> it.told("update_user", settings));
    }

    /** The same for the run that goes on: users come or go at once. Any thread. */
    public void change(Map<String, @Nullable Object> order) {
        shards.forEach(it -> it.told("order", order));
        shards.forEach(it -> it.runner().asks("change"));
    }

    /** Lets the figures begin anew. Any thread. */
    public void reset() {
        shards.forEach(it -> it.runner().reset());
    }

    /** Has somebody know when the script itself lets figures begin anew: {@code --reset-stats}. */
    public void onReset(Runnable who) {
        first().runner().host().onAnew(who);
    }

    /** How long a run may take; nothing where it goes on until somebody ends it. */
    public Optional<Duration> length() {
        return Optional.of(timeLimit).filter(Duration::isPositive);
    }

    /**
     * What somebody wants to know of the figures. Any thread; waits for the run's loop.
     *
     * @throws LocustException where the script holds the loop
     */
    public <T> T figures(Function<StatsBook, T> question) {
        return first().runner().of(question);
    }

    /** How many users there are, as of the last second. Any thread. */
    public int users() {
        return shards.stream().mapToInt(it -> it.runner().users()).sum();
    }

    /** What state the run is in, in Locust's words. Any thread. */
    public String state() {
        return first().runner().state();
    }

    /** Whether a script wants no further run. */
    public boolean wantsNoMore() {
        return shards.stream().anyMatch(it -> it.runner().wantsNoMore());
    }

    /** Ends all after the last of several runs; returns the exit code. */
    public int leave() {
        var codes = shards.stream().map(it -> it.leave(source)).toList();
        return codes.stream().filter(it -> it != 0).findFirst().orElse(0);
    }

    /** How it is done, where the end of the run is the end of all. */
    public Script script(RunObserver observer) {
        return script(observer, true);
    }

    /** How it is done, where others may follow. */
    public Script oneOfSeveral(RunObserver observer) {
        return script(observer, false);
    }

    private Script script(RunObserver observer, boolean last) {
        watchdog.ifPresent(Watchdog::close);
        crew.begins();
        shards.forEach(it -> it.runner().host().fresh());
        var dog = new Watchdog(ticker, stopTimeout, this::goesOn, this::giveUp);
        watchdog = Optional.of(dog);
        if (timeLimit.isPositive()) {
            dog.endsIn(timeLimit);
        }
        return new Script() {
            @Override
            public VirtualUser newUser(UserContext context) {
                var next = shards.get(begun.getAndIncrement() % shards.size());
                return next.runner().on(context, observer, last);
            }

            @Override
            public Rules rules() {
                return new Rules(false, false, Optional.of(LocustTest.this::users));
            }
        };
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
