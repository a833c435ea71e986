package io.spate.locust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.locust.python.Python.Surroundings;
import io.spate.locust.stats.StatsBook;
import io.spate.locust.stats.StatsEntry;
import io.spate.metrics.Ticker;
import io.spate.net.NetOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs locustfiles of the tests against a demo shop of its own. */
final class Trial implements AutoCloseable {
    private static final Path FILES = Path.of("src/test/locustfiles").toAbsolutePath();

    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    private final DemoShop shop;

    Trial() throws IOException {
        shop = DemoShop.start(DemoOptions.defaults());
    }

    @Override
    public void close() {
        shop.close();
    }

    /** What was logged since the last run began. */
    ConcurrentLinkedQueue<String> log() {
        return log;
    }

    static Path file(String name) {
        return FILES.resolve(name);
    }

    LocustTest load(Path file) throws IOException {
        return load(file, 1);
    }

    private LocustTest load(Path file, int pythons) throws IOException {
        var folder = file.resolveSibling("").toRealPath();
        return LocustTest.load(
                new LocustSource(
                        List.of(file),
                        new Surroundings(
                                List.of(folder),
                                List.of(),
                                List.of(),
                                folder,
                                true,
                                Map.of("GREETING", "hello", "TARGET", shop.url()),
                                OutputStream.nullOutputStream(),
                                OutputStream.nullOutputStream(),
                                Optional.empty()),
                        NetOptions.DEFAULT,
                        "INFO",
                        pythons),
                (level, logger, message) -> log.add(message),
                Ticker.system());
    }

    /** Options of a short run with four users. */
    Map<String, @Nullable Object> options(Map<String, @Nullable Object> more) {
        var all = new HashMap<String, @Nullable Object>();
        all.put("host", shop.url());
        all.put("users", 4);
        all.put("spawn_rate", 10);
        all.put("run_time", 2);
        all.put("exit_code_on_error", 1);
        all.put("custom", Map.of());
        all.put("tags", null);
        all.put("exclude_tags", null);
        more.forEach(all::put);
        return all;
    }

    record Outcome(int code, Map<String, StatsEntry> entries, StatsBook book) {
        StatsEntry entry(String name) {
            return Objects.requireNonNull(entries.get(name), name);
        }
    }

    Outcome run(String file, Map<String, @Nullable Object> more) throws Exception {
        return run(file, 1, more);
    }

    Outcome run(String file, int pythons, Map<String, @Nullable Object> more) throws Exception {
        log.clear();
        try (var test = load(FILES.resolve(file), pythons)) {
            assertThat(executed(test, file, pythons, more).scriptFailure()).isEmpty();
            return new Outcome(
                    test.exitCode(),
                    test.stats().entries().stream()
                            .collect(Collectors.toMap(StatsEntry::name, it -> it, (a, _) -> a)),
                    test.stats());
        }
    }

    /** Runs a file whose run cannot go on; the reason. */
    LocustException failure(Path file) throws Exception {
        try (var test = load(file)) {
            executed(test, "broken", 1, Map.of());
            return Objects.requireNonNull(
                    catchThrowableOfType(LocustException.class, test::exitCode));
        }
    }

    private Run executed(
            LocustTest test, String name, int pythons, Map<String, @Nullable Object> more)
            throws Exception {
        test.arguments();
        test.setup(options(more));
        var observer =
                new RunObserver() {
                    @Override
                    public void second(StatsBook book, int users) {}

                    @Override
                    public void ended(StatsBook book) {}
                };
        var run =
                new Run(
                        test.plan(name, shop.url()),
                        test.script(observer),
                        RunOptions.ofThisMachine().withWorkers(pythons),
                        List.of());
        run.execute();
        return run;
    }
}
