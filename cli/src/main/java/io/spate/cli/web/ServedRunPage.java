package io.spate.cli.web;

import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import io.spate.metrics.Ticker;
import io.spate.store.StoreLocation;
import io.spate.web.WebServer;
import io.spate.web.api.Service;
import io.spate.web.api.Service.Mode;
import io.spate.web.live.LiveRuns;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A page that is served. */
final class ServedRunPage implements RunPage {
    private final SpateProcess process;
    private final WebServer server;
    private final RunWatch watch;
    private final boolean stays;

    private ServedRunPage(SpateProcess process, WebServer server, RunWatch watch, boolean stays) {
        this.process = process;
        this.server = server;
        this.watch = watch;
        this.stays = stays;
    }

    static RunPage open(
            SpateProcess process,
            WebAddress address,
            boolean stays,
            Optional<StoreLocation> history,
            String version) {
        var ticker = Ticker.system();
        var runs = new LiveRuns(ticker);
        var service =
                new Service(
                        Mode.RUN,
                        version,
                        Optional.empty(),
                        runs,
                        Optional.empty(),
                        Optional.empty(),
                        PageServer.history(process, history));
        var server = PageServer.start(process, address, service, ticker);
        process.err().println("Web UI: " + server.url());
        return new ServedRunPage(
                process, server, new PageWatch(runs, ticker, _ -> {}, false), stays);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public RunWatch watch() {
        return watch;
    }

    @Override
    public void stay() throws InterruptedException {
        if (!stays) {
            return;
        }
        process.err().println("The run has ended; %s stays until Ctrl-C.".formatted(server.url()));
        var left = new CountDownLatch(1);
        try (var _ = new Signals(left::countDown)) {
            left.await();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
