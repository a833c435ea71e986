package io.spate.cli.web;

import io.spate.cli.history.Histories;
import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.metrics.Ticker;
import io.spate.web.api.Service;
import io.spate.web.api.Service.Mode;
import io.spate.web.live.LiveRun;
import io.spate.web.live.LiveRun.Act;
import io.spate.web.live.LiveRuns;
import io.spate.web.live.NotNowException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** {@code spate ui}: the page that starts tests, until Ctrl-C. */
public final class UiPage {
    /** How long a run that was told to end is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SpateProcess process;
    private final RunLine line;
    private final String version;

    /** A page of a process. */
    public UiPage(SpateProcess process, RunLine line, String version) {
        this.process = process;
        this.line = line;
        this.version = version;
    }

    /**
     * Serves it.
     *
     * @param named a folder of plans or one plan; empty for the folder that it is started in
     */
    public void serve(WebAddress address, Optional<String> named) throws InterruptedException {
        var path = named.map(process::file).orElse(process.directory());
        if (!Files.exists(path)) {
            throw new UsageException(
                    "there is no plan and no folder %s".formatted(named.orElse("")));
        }
        boolean one = Files.isRegularFile(path);
        if (!path.startsWith(process.directory())) {
            throw new UsageException(
                    "%s is outside of the folder that spate ui was started in; start it there"
                            .formatted(path));
        }
        var ticker = Ticker.system();
        var runs = new LiveRuns(ticker);
        try {
            var folder = PlanFolder.of(process.directory());
            var plan =
                    one
                            ? Optional.of(folder.real().relativize(path.toRealPath()).toString())
                            : Optional.<String>empty();
            var plans = new UiPlans(folder, plan, line, runs, ticker);
            var service =
                    new Service(
                            Mode.UI,
                            version,
                            Optional.of(String.valueOf(folder.real().getFileName())),
                            runs,
                            Optional.of(plans),
                            Optional.empty(),
                            PageServer.history(process, Histories.place(process, null)));
            serve(address, service, plans, ticker);
        } catch (IOException e) {
            throw new UsageException("web UI: " + e.getMessage());
        }
    }

    private void serve(WebAddress address, Service service, UiPlans plans, Ticker ticker)
            throws InterruptedException {
        var left = new CountDownLatch(1);
        var stopped = new AtomicReference<Optional<LiveRun>>(Optional.empty());
        Runnable request =
                () -> {
                    var going = service.runs().latest().filter(it -> !it.isOver());
                    if (going.isEmpty() || going.equals(stopped.getAndSet(going))) {
                        going.ifPresent(it -> ask(it, Act.STOP_AT_ONCE));
                        left.countDown();
                    } else {
                        process.err().println("Stopping the run; Ctrl-C again to leave.");
                        ask(going.get(), Act.STOP);
                    }
                };
        try (var server = PageServer.start(process, address, service, ticker);
                var _ = new Signals(request)) {
            process.err().println("Web UI: " + server.url() + " (Ctrl-C ends it)");
            left.await();
            plans.await(PATIENCE);
        }
    }

    private static void ask(LiveRun run, Act act) {
        try {
            run.act(act);
        } catch (NotNowException _) {
            // It has not begun yet, or has just ended: what comes next is the same.
        }
    }
}
