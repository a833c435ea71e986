package io.spate.script.load;

import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Ratio;
import io.spate.metrics.Selector;
import io.spate.metrics.result.RunResult;
import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs loaded tests, and reads what they came to. */
final class Runs {
    private Runs() {}

    static RunResult run(LoadedTest test) throws InterruptedException {
        return new Run(
                        test.plan(),
                        test.script(),
                        RunOptions.ofThisMachine().withWorkers(2),
                        List.of())
                .execute();
    }

    /** The total of a counter; 0 where nothing was counted. */
    static long count(RunResult result, String selector) {
        return find(result, selector).map(it -> ((Count) it).total()).orElse(0L);
    }

    static Ratio ratio(RunResult result, String selector) {
        return (Ratio) find(result, selector).orElseThrow();
    }

    private static Optional<Aggregate> find(RunResult result, String selector) {
        return result.total().find(Selector.parse(selector));
    }

    static LoadOptions env(String name, String value) {
        return with(Map.of(name, value), Map.of(), Optional.empty());
    }

    static LoadOptions body(String body, Map<String, String> headers) {
        return with(Map.of(), headers, Optional.of(body));
    }

    private static LoadOptions with(
            Map<String, String> env, Map<String, String> headers, Optional<String> body) {
        var none = LoadOptions.NONE;
        return new LoadOptions(
                env,
                none.workload(),
                none.target(),
                headers,
                none.timeout(),
                false,
                false,
                Optional.empty(),
                body,
                1);
    }
}
