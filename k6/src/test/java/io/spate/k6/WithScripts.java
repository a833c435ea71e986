package io.spate.k6;

import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.k6.load.FileAccess;
import io.spate.k6.vu.Secrets;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that write scripts into a folder, run them, and look at what they log. */
abstract class WithScripts {
    final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

    @TempDir Path folder;

    @BeforeEach
    void realFolder() throws IOException {
        folder = folder.toRealPath();
    }

    final K6Test load(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        var source =
                new K6Source(
                        name,
                        file,
                        new FileAccess(List.of(folder), Map.of()),
                        Map.of("NAME", "value"),
                        List.of(),
                        List.of(),
                        new Secrets(Map.of("s", Map.of("key", "hidden")), "s"),
                        folder.resolve("modules"));
        return K6Test.load(source, (_, message, _) -> log.add(message), Ticker.system());
    }

    static RunResult run(K6Test test) throws InterruptedException {
        test.prepare(1, _ -> {});
        var run = new Run(test.plan(), test.script(), machine(), List.of());
        test.control().onAbort(run::stop);
        return run.execute();
    }

    /** One loop. */
    static RunOptions machine() {
        return RunOptions.ofThisMachine().withWorkers(1);
    }

    final RunResult run(String text) throws Exception {
        try (var test = load("script.js", text)) {
            return run(test);
        }
    }

    static long count(RunResult result, Metric metric) {
        return result.total()
                .find(metric)
                .map(it -> it instanceof Aggregate.Count(long total) ? total : -1L)
                .orElse(0L);
    }
}
