package io.spate.cli.locust;

import io.spate.cli.history.Histories;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Signals;
import io.spate.cli.web.PageServer;
import io.spate.cli.web.WebAddress;
import io.spate.web.api.Service;
import io.spate.web.api.Service.Mode;
import io.spate.web.live.LiveRuns;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Locust's page: starts runs of locustfiles one after the other, until Ctrl-C. */
final class LocustWeb {
    private final LocustRuns runs;
    private final LocustFlags flags;
    private final LocustOutputs outputs;
    private final CountDownLatch left = new CountDownLatch(1);

    LocustWeb(LocustRuns runs, LocustFlags flags, LocustOutputs outputs) {
        this.runs = runs;
        this.flags = flags;
        this.outputs = outputs;
    }

    /** Serves it; returns the exit code. */
    int serve() throws InterruptedException {
        var console = runs.console();
        var live = new LiveRuns(runs.ticker());
        console.tell((level, text) -> live.log(level.toLowerCase(Locale.ROOT), text));
        var desk = new LocustDesk(runs, flags, outputs, live, this::ended);
        var process = runs.process();
        var service =
                new Service(
                        Mode.LOCUST,
                        runs.version(),
                        Optional.of(runs.file()),
                        live,
                        Optional.of(desk),
                        Optional.of(desk),
                        PageServer.history(process, Histories.place(process, null)));
        try (var server = PageServer.start(process, address(), service, runs.ticker());
                var _ = new Signals(this::leave)) {
            console.log("INFO", "locust.main", "Starting web interface at " + server.url());
            console.log("INFO", "locust.main", "Starting Locust " + LocustCommand.LOCUST_VERSION);
            if (flags.has("autostart")) {
                desk.autostart();
            }
            left.await();
            desk.end();
        }
        int code = runs.test().leave();
        runs.test()
                .figures(
                        book -> {
                            outputs.left(book);
                            return true;
                        });
        runs.test().quit(code);
        return code == 0 && !outputs.complete() ? ExitCode.FAILED.code() : code;
    }

    private WebAddress address() {
        var address =
                WebAddress.locust(
                        flags.text("web_host"),
                        flags.whole("web_port"),
                        flags.text("tls_cert"),
                        flags.text("tls_key"));
        return flags.has("web_login") ? address.withLogin("--web-login") : address;
    }

    /**
     * The first request ends the run and the page with what belongs to it, the second the process.
     */
    private void leave() {
        if (left.getCount() == 0) {
            Runtime.getRuntime().halt(ExitCode.FAILED.code());
        }
        left.countDown();
    }

    /** A run has ended; one that began by itself may end the page too. */
    private void ended() {
        var patience = flags.whole("autoquit").filter(it -> it >= 0);
        if (runs.test().wantsNoMore()) {
            left.countDown();
        } else if (flags.has("autostart") && patience.isPresent()) {
            try {
                if (!left.await(patience.get(), TimeUnit.SECONDS)) {
                    runs.console()
                            .log("INFO", "locust.main", "--autoquit time reached, shutting down");
                    left.countDown();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
