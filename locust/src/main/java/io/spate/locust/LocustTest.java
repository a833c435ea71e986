package io.spate.locust;

import io.spate.engine.Script;
import io.spate.locust.host.Host;
import io.spate.locust.host.HostLog;
import io.spate.locust.python.Python;
import io.spate.locust.stats.StatsBook;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.net.EventLoop;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import io.spate.plan.WarmUp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Locustfiles that have been loaded and can run, once. Closing it ends all of their Python.
 *
 * <p>To the engine a run is one iteration of one virtual user: the runner, which brings users and
 * takes them away as Locust's does, on the same loop.
 */
public final class LocustTest implements AutoCloseable {
    private static final Duration FOREVER = Duration.ofDays(366);
    private static final String SUFFIX = ".py";

    private final Python python;
    private final Host host;
    private final StatsBook stats;
    private final Value test;
    private final Runner runner;
    private final Ticker ticker;
    private Duration runTime = Duration.ZERO;
    private Duration stopTimeout = Duration.ZERO;
    private Optional<Watchdog> watchdog = Optional.empty();

    private LocustTest(Python python, Host host, StatsBook stats, Value test, Ticker ticker) {
        this.ticker = ticker;
        this.python = python;
        this.host = host;
        this.stats = stats;
        this.test = test;
        this.runner = new Runner(host, stats, test);
    }

    /**
     * Loads locustfiles.
     *
     * @throws LocustException where one fails, with Python's message and place
     */
    public static LocustTest load(LocustSource source, HostLog log, Ticker ticker) {
        var stats = new StatsBook(ticker);
        var host = new Host(ticker, log, stats);
        var python = Python.start(source.surroundings());
        boolean done = false;
        try {
            var test = python.begin(host);
            test.invokeMember("prepare", source.logLevel(), places(source));
            load(source, host, test);
            done = true;
            return new LocustTest(python, host, stats, test, ticker);
        } catch (PolyglotException e) {
            throw Errors.told(e);
        } finally {
            if (!done) {
                python.close();
            }
        }
    }

    /** Loads them on a loop of their own, as some make requests meanwhile. */
    private static void load(LocustSource source, Host host, Value test) {
        var failure = new AtomicReference<@Nullable RuntimeException>();
        try (var loop = EventLoop.start("locust-load", source.net())) {
            loop.startVirtualThread(
                            "load",
                            () -> {
                                host.attach(loop);
                                try {
                                    source.files()
                                            .forEach(
                                                    it ->
                                                            load(
                                                                    test,
                                                                    it,
                                                                    source.files().size() == 1));
                                } catch (LocustException | PolyglotException e) {
                                    failure.set(e);
                                }
                            })
                    .join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LocustException("interrupted while " + source.files() + " was loaded");
        } finally {
            host.detach();
        }
        var what = failure.get();
        if (what != null) {
            throw what;
        }
    }

    private static String places(LocustSource source) {
        return source.surroundings().packages().stream()
                .map(Path::toString)
                .collect(Collectors.joining("\n"));
    }

    private static void load(Value test, Path file, boolean single) {
        var fileName = String.valueOf(file.getFileName());
        var name =
                fileName.endsWith(SUFFIX)
                        ? fileName.substring(0, fileName.length() - SUFFIX.length())
                        : fileName;
        var folder = String.valueOf(file.toAbsolutePath().getParent());
        var problem =
                test.invokeMember("load", file.toString(), single ? "locustfile" : name, folder)
                        .asString();
        if (!problem.isEmpty()) {
            throw new LocustException(problem);
        }
    }

    /** The arguments of the command line that the files add. */
    public List<ScriptArgument> arguments() {
        var all = JsonMapper.shared().readTree(test.invokeMember("arguments").asString());
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
        return texts(JsonMapper.shared().readTree(test.invokeMember("class_names").asString()));
    }

    /**
     * Sets the options of the run.
     *
     * @param options by the names that scripts see them under
     * @throws LocustException where they do not fit the files
     */
    public void setup(Map<String, @Nullable Object> options) {
        try {
            var json = JsonMapper.shared().writeValueAsString(options);
            var problem = test.invokeMember("setup", json).asString();
            if (!problem.isEmpty()) {
                throw new LocustException(problem);
            }
            runTime = seconds(options.get("run_time"));
            stopTimeout = seconds(options.get("stop_timeout"));
        } catch (PolyglotException e) {
            throw Errors.told(e);
        }
    }

    private static Duration seconds(@Nullable Object value) {
        return value instanceof Number number
                ? Duration.ofMillis(Math.round(number.doubleValue() * 1000))
                : Duration.ZERO;
    }

    /** The shares of classes and tasks, as JSON: {@code per_class} and {@code total}. */
    public String ratios() {
        return test.invokeMember("ratios").asString();
    }

    /** What is to be done, for people and the engine. */
    public TestPlan plan(String name, String target) {
        var scenario =
                new Scenario(
                        "locust",
                        new Executor.PerVuIterations(1, 1, FOREVER),
                        ThinkTime.NONE,
                        Duration.ZERO,
                        Duration.ZERO,
                        Tags.NONE);
        return new TestPlan(
                name, target, List.of(scenario), List.of(), Tags.NONE, List.of(), WarmUp.NONE, 1);
    }

    /** How it is done. */
    public Script script(RunObserver observer) {
        var dog = new Watchdog(ticker, stopTimeout, runner::goesOn, this::giveUp);
        watchdog = Optional.of(dog);
        if (runTime.isPositive()) {
            dog.endsIn(runTime);
        }
        return context -> runner.on(context, observer);
    }

    private void giveUp() {
        runner.givenUp();
        python.close();
    }

    /** Has the run end as at the end of its time. Any thread. */
    public void end() {
        watchdog.ifPresent(it -> it.endsIn(Duration.ZERO));
        host.end();
        runner.post(host::wake);
    }

    /**
     * What the process is to end with.
     *
     * @throws LocustException where the run has failed
     */
    public int exitCode() {
        return runner.exitCode();
    }

    /** Its figures; for after the run. */
    public StatsBook stats() {
        return stats;
    }

    /** Tells listeners of {@code quit}; for after the run. */
    public void quit(int code) {
        test.invokeMember("quit", code);
    }

    @Override
    public void close() {
        watchdog.ifPresent(Watchdog::close);
        python.close();
    }
}
