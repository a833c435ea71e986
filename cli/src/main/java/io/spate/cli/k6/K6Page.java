package io.spate.cli.k6;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.target.TargetGate;
import io.spate.cli.web.Looked;
import io.spate.cli.web.RunWatch;
import io.spate.metrics.Ticker;
import io.spate.plan.TestPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Scripts of k6 for a page that starts tests. */
public final class K6Page {
    /** A gate holds for Spate's own connections. */
    private static final String BROWSERS =
            "The script has browsers, which go wherever its pages lead them. Load only what you are"
                    + " allowed to load.";

    private K6Page() {}

    /**
     * What {@code spate k6 run} would do; throws what keeps it from its start.
     *
     * @param arguments behind {@code run}
     * @param confirmed what is to be confirmed in any case
     * @param notes what else is to be told
     */
    public static Looked look(
            SpateProcess process,
            List<String> arguments,
            List<String> confirmed,
            List<String> notes)
            throws InterruptedException {
        var flags = K6Flags.parse(arguments, process.env());
        var files = new K6Files(process, flags);
        var warnings = new ArrayList<>(confirmed);
        var plan = new AtomicReference<@Nullable TestPlan>();
        int _ =
                new K6Loader(process, flags, files, Ticker.system())
                        .load(
                                files.source(),
                                (test, _) -> {
                                    plan.set(test.share(test.plan()));
                                    if (test.hasBrowsers()) {
                                        warnings.add(BROWSERS);
                                    }
                                    return 0;
                                });
        return new Looked(Objects.requireNonNull(plan.get()), warnings, notes);
    }

    /** Runs one as {@code spate k6 run} does. */
    public static void run(
            SpateProcess process,
            List<String> arguments,
            String version,
            RunWatch watch,
            TargetGate gate)
            throws InterruptedException {
        var flags = K6Flags.parse(arguments, process.env());
        int _ = new K6Session(process, flags, version, watch, gate).run();
    }
}
