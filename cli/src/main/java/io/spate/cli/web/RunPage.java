package io.spate.cli.web;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.metrics.Ticker;
import io.spate.store.StoreLocation;
import io.spate.web.WebServer;
import io.spate.web.api.Service;
import io.spate.web.api.Service.Mode;
import io.spate.web.live.LiveRuns;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The page of one run that was started by hand. */
public final class RunPage implements AutoCloseable {
    private final SpateProcess process;
    private final Optional<WebServer> server;
    private final RunWatch watch;
    private final boolean stays;

    private RunPage(
            SpateProcess process, Optional<WebServer> server, RunWatch watch, boolean stays) {
        this.process = process;
        this.server = server;
        this.watch = watch;
        this.stays = stays;
    }

    static RunPage open(
            SpateProcess process,
            Optional<WebAddress> address,
            boolean stays,
            Optional<StoreLocation> history,
            String version) {
        if (address.isEmpty()) {
            return new RunPage(process, Optional.empty(), RunWatch.NONE, false);
        }
        var ticker = Ticker.system();
        var runs = new LiveRuns(ticker);
        var service =
                new Service(
                        Mode.RUN,
                        version,
                        Optional.empty(),
                        runs,
                        Optional.empty(),
                        new PageHistory(process, history));
        var server = start(process, address.get(), service, ticker);
        process.err().println("Web UI: " + server.url());
        return new RunPage(
                process, Optional.of(server), new PageWatch(runs, ticker, _ -> {}), stays);
    }

    /** Starts a server, or tells why it cannot be. */
    static WebServer start(
            SpateProcess process, WebAddress address, Service service, Ticker ticker) {
        try {
            return WebServer.start(WebAccess.of(process, address), service, ticker);
        } catch (IOException e) {
            throw new UsageException("web UI: " + e.getMessage(), ExitCode.FAILED);
        }
    }

    /** Whether there is one. */
    public boolean isOpen() {
        return server.isPresent();
    }

    /** What shows the run. */
    public RunWatch watch() {
        return watch;
    }

    /** Waits for Ctrl-C, where the page is to stay. */
    public void stay() throws InterruptedException {
        if (server.isEmpty() || !stays) {
            return;
        }
        process.err()
                .println("The run has ended; %s stays until Ctrl-C.".formatted(server.get().url()));
        var left = new CountDownLatch(1);
        try (var _ = new Signals(left::countDown)) {
            left.await();
        }
    }

    @Override
    public void close() {
        server.ifPresent(WebServer::close);
    }
}
