package io.spate.locust;

import io.spate.locust.host.Crew;
import io.spate.locust.host.Host;
import io.spate.locust.host.HostLog;
import io.spate.locust.python.Python;
import io.spate.locust.stats.StatsBook;
import io.spate.metrics.Ticker;
import io.spate.net.EventLoop;
import io.spate.net.NetOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One Python of a run: the locustfiles, and the users that fall to it. */
final class Shard implements AutoCloseable {
    private static final String SUFFIX = ".py";

    private final Python python;
    private final Value test;
    private final Runner runner;

    private Shard(Python python, Value test, Runner runner) {
        this.python = python;
        this.test = test;
        this.runner = runner;
    }

    /**
     * Loads locustfiles into a Python of their own.
     *
     * @throws LocustException where one fails, with Python's message and place
     */
    static Shard load(LocustSource source, HostLog log, Ticker ticker, Crew crew, int index) {
        var stats = new StatsBook(ticker);
        var host = new Host(ticker, log, stats, crew, index);
        var python = Python.start(source.surroundings());
        boolean done = false;
        try {
            var test = python.begin(host);
            test.invokeMember("prepare", source.logLevel(), places(source));
            load(source, host, test);
            done = true;
            return new Shard(python, test, new Runner(host, stats, test, crew));
        } catch (PolyglotException e) {
            throw Errors.told(e);
        } finally {
            if (!done) {
                python.close();
            }
        }
    }

    private static void load(LocustSource source, Host host, Value test) {
        boolean single = source.files().size() == 1;
        onLoop(source.net(), host, () -> source.files().forEach(it -> load(test, it, single)));
    }

    /**
     * Has Python do something on a loop of its own, as some make requests before and after runs.
     */
    private static void onLoop(NetOptions net, Host host, Runnable work) {
        var failure = new AtomicReference<@Nullable RuntimeException>();
        try (var loop = EventLoop.start("locust-load", net)) {
            loop.startVirtualThread(
                            "load",
                            () -> {
                                host.attach(loop);
                                try {
                                    work.run();
                                } catch (LocustException | PolyglotException e) {
                                    failure.set(e);
                                }
                            })
                    .join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LocustException("interrupted while Python was at work");
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
        var exitCode = test.getMember("exit_code");
        if (!exitCode.isNull()) {
            throw new LocustException(problem, exitCode.asInt());
        }
        if (!problem.isEmpty()) {
            throw new LocustException(problem);
        }
    }

    Runner runner() {
        return runner;
    }

    /** What Python's side gives as a text. */
    String asked(String member, Object... arguments) {
        return test.invokeMember(member, arguments).asString();
    }

    /** After what time its run ends; zero where there is no limit. */
    Duration timeLimit() {
        double seconds = test.invokeMember("time_limit").asDouble();
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /**
     * Sets the options of the run.
     *
     * @throws LocustException where they do not fit the files
     */
    void setup(Map<String, @Nullable Object> options) {
        told("setup", options);
    }

    /**
     * Sets what a page asks for.
     *
     * @throws LocustException where it cannot be
     */
    void told(String member, Map<String, @Nullable Object> what) {
        try {
            var json = JsonMapper.shared().writeValueAsString(what);
            var problem = test.invokeMember(member, json).asString();
            if (!problem.isEmpty()) {
                throw new LocustException(problem);
            }
        } catch (PolyglotException e) {
            throw Errors.told(e);
        }
    }

    /** Tells listeners of the end of all, after the last run; returns the exit code. */
    int leave(LocustSource source) {
        var code = new AtomicInteger();
        onLoop(source.net(), runner.host(), () -> code.set(test.invokeMember("leave").asInt()));
        return code.get();
    }

    /** Has its part of the run end as at the end of its time. Any thread. */
    void end() {
        runner.end();
    }

    /** Tells listeners of {@code quit}; for after the run. */
    void quit(int code) {
        test.invokeMember("quit", code);
    }

    @Override
    public void close() {
        python.close();
    }
}
