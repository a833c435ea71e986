package io.spate.cli.history;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.metrics.Ticker;
import io.spate.report.text.Style;
import io.spate.report.text.TextTable;
import io.spate.store.Figures;
import io.spate.store.RunFilter;
import io.spate.store.RunPage;
import io.spate.store.StoredRun;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spate history}: lists the runs that were kept. */
@Command(
        name = "history",
        description = "List the runs that were kept, the newest first.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate history",
            "  spate history --plan shop --environment staging --limit 5",
            "  spate history --plan shop --since 90d --trend",
            "  spate history --json",
            "",
            "A run is named by its id or the beginning of it, by latest, latest~1 (the one before),",
            "or by the name of a baseline: spate show latest, spate report 7kd2 --html report.html."
        })
public final class HistoryCommand implements Callable<Integer> {
    private static final int LIMIT = 20;
    private static final int TREND_LIMIT = 1_000;
    private static final int CELL_MAX = 40;

    private final SpateProcess process;

    @Option(names = "--plan", paramLabel = "NAME", description = "Those of the test of this name.")
    private @Nullable String plan;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "Those in this environment.")
    private @Nullable String environment;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (" + LIMIT + ").")
    private @Nullable Integer limit;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Those that are no older: 7d, 12h.")
    private @Nullable Duration since;

    @Option(
            names = "--trend",
            description = "How their figures changed from run to run, of each test and load.")
    private boolean trend;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Mixin private final StoreFlags store = new StoreFlags();

    public HistoryCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        var wanted = filter();
        var page = Histories.with(process, store.store(), it -> it.runs(wanted));
        process.out()
                .print(json ? RunJson.page(page) : trend ? RunTrend.of(page.runs()) : table(page));
        process.out().flush();
        return ExitCode.PASSED.code();
    }

    private RunFilter filter() {
        int most = limit == null ? (trend ? TREND_LIMIT : LIMIT) : limit;
        if (most < 1) {
            throw new UsageException("--limit must be at least 1");
        }
        if (since != null && !since.isPositive()) {
            throw new UsageException("--since must be above 0");
        }
        var filter = RunFilter.ALL.page(0, most);
        filter = plan == null ? filter : filter.withTest(plan);
        filter = since == null ? filter : filter.withSince(Ticker.system().instant().minus(since));
        return environment == null ? filter : filter.withEnvironment(environment);
    }

    private static String table(RunPage page) {
        var table =
                new TextTable(
                        CELL_MAX,
                        Style.PLAIN,
                        "RUN",
                        "STARTED",
                        "TEST",
                        "ENVIRONMENT",
                        ">REQUESTS",
                        ">PER SECOND",
                        ">FAILED",
                        ">P95",
                        "VERDICT",
                        "COMMIT",
                        "BASELINE");
        page.runs().forEach(it -> table.row(row(it)));
        long more = page.total() - page.runs().size();
        return table.text("", false)
                + (more > 0 ? "and %,d more: --limit N%n".formatted(more) : "");
    }

    private static List<String> row(StoredRun run) {
        return List.of(
                run.id(),
                RunWords.time(run.facts().startedAt()),
                run.facts().plan().name(),
                run.facts().environment(),
                figure(run, it -> "%,d".formatted(it.requests())),
                figure(run, it -> number("%,.1f", it.requestsPerSecond())),
                figure(run, it -> number("%.2f%%", 100 * it.failureRate())),
                figure(run, it -> number("%.1f ms", it.p95Millis())),
                RunWords.verdict(run),
                RunWords.commit(run),
                String.join(", ", run.baselines()));
    }

    private static String figure(StoredRun run, Function<Figures, String> form) {
        return run.figures().map(form).orElse("");
    }

    private static String number(String form, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, form, value);
    }
}
