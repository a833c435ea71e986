package io.spate.cli.k6;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.web.RunWatch;
import io.spate.metrics.Ticker;
import io.spate.plan.TestPlan;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Scripts of k6 for a page that starts tests. */
public final class K6Page {
    private K6Page() {}

    /**
     * What {@code spate k6 run} would do; throws what keeps it from its start.
     *
     * @param arguments behind {@code run}
     */
    public static TestPlan look(SpateProcess process, List<String> arguments)
            throws InterruptedException {
        var flags = K6Flags.parse(arguments);
        var files = new K6Files(process, flags);
        var plan = new AtomicReference<@Nullable TestPlan>();
        int _ =
                new K6Loader(process, flags, files, Ticker.system())
                        .load(
                                files.source(),
                                (test, _) -> {
                                    plan.set(test.share(test.plan()));
                                    return 0;
                                });
        return Objects.requireNonNull(plan.get());
    }

    /** Runs one as {@code spate k6 run} does. */
    public static void run(
            SpateProcess process, List<String> arguments, String version, RunWatch watch)
            throws InterruptedException {
        int _ = new K6Session(process, K6Flags.parse(arguments), version, watch).run();
    }
}
