package io.spate.cli.siege;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.target.AllowedTargets;
import io.spate.cli.target.TargetGuard;
import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.http.ExchangeObserver;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import io.spate.net.NetOptions;
import io.spate.net.route.Proxy;
import io.spate.net.route.Route;
import io.spate.net.tls.TlsSettings;
import io.spate.siege.config.Amount;
import io.spate.siege.config.Login;
import io.spate.siege.config.Settings;
import io.spate.siege.config.SiegeException;
import io.spate.siege.config.Target;
import io.spate.siege.run.Siege;
import io.spate.siege.text.Figures;
import io.spate.siege.text.FinalBlock;
import io.spate.siege.text.SiegeVersion;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a siege, and prints around it what siege prints. */
final class SiegeSession {
    /** Hosts of a list that are looked at before the start. */
    private static final int HOSTS_MAX = 100;

    private final PrintStream out;
    private final PrintStream err;
    private final Settings settings;
    private final SiegeFiles files;
    private final TlsSettings tls;
    private final AllowedTargets allowed;
    private final Ticker ticker = Ticker.system();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * A siege that is yet to run.
     *
     * @throws SiegeException where a file of a certificate cannot be used
     */
    SiegeSession(SpateProcess process, Settings settings, SiegeFiles files) {
        this.out = process.out();
        this.err = process.err();
        this.settings = settings;
        this.files = files;
        this.tls = new SiegeTls(process).settings(settings.network().tls());
        this.allowed = AllowedTargets.of(process.env());
    }

    ExitCode run(List<Target> targets, List<Target> logins) throws InterruptedException {
        guard(Stream.concat(targets.stream(), logins.stream()));
        settings.notes().forEach(it -> err.println("spate: " + it));
        warnOfLimit();
        var watcher = new HitPrinter(settings, out, err, ticker);
        var siege = new Siege(settings, targets, logins, watcher, observer(), allowed::admits);
        var run = new Run(siege.plan(1), siege, options(), List.of());
        opening();
        RunResult result;
        try (watcher;
                var _ = new Signals(() -> stop(run))) {
            result = run.execute();
        }
        if (stopped.get() || isTimed()) {
            lifting();
        }
        run.scriptFailure().ifPresent(it -> err.println("spate: this is a fault in Spate: " + it));
        watcher.repeated().forEach(err::println);
        report(siege.figures(result.elapsed()), siege.gaveUp());
        health(result);
        return run.scriptFailure().isPresent() ? ExitCode.FAILED : ExitCode.PASSED;
    }

    /** Whether the hosts are allowed, and public. That none answers is shown as siege shows it. */
    private void guard(Stream<Target> targets) {
        var guard = new TargetGuard(allowed, err::println);
        targets
                .collect(Collectors.toMap(Target::host, it -> it, (a, _) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .limit(HOSTS_MAX)
                .forEach(it -> guard.check(it.url(), false));
    }

    private void warnOfLimit() {
        var load = settings.load();
        if (load.usersAsked() > load.limit()) {
            var line = "=".repeat(64);
            out.println();
            out.println(line);
            out.println("WARNING: The number of users is capped at " + load.limit() + ".");
            out.println(
                    "         'limit = " + load.usersAsked() + "' in siege.conf lets so many in.");
            out.println(line);
            out.flush();
        }
    }

    private Optional<ExchangeObserver> observer() {
        var display = settings.display();
        return (display.get() || display.print() || display.debug()) && !display.quiet()
                ? Optional.of(new ExchangePrinter(out, display.print()))
                : Optional.empty();
    }

    private RunOptions options() {
        return new RunOptions(
                Math.min(Runtime.getRuntime().availableProcessors(), settings.load().users()),
                NetOptions.DEFAULT.withGate(allowed).withRoute(route()).withTls(tls),
                SeriesRegistry.LIMIT,
                ticker);
    }

    private Route route() {
        var network = settings.network();
        return network.proxyHost()
                .map(
                        host ->
                                Route.DIRECT.withProxy(
                                        new Proxy(
                                                Proxy.Scheme.HTTP,
                                                host,
                                                network.proxyPort(),
                                                network.proxyLogins().stream()
                                                        .findFirst()
                                                        .map(SiegeSession::credentials))))
                .orElse(Route.DIRECT);
    }

    private static Proxy.Credentials credentials(Login login) {
        return new Proxy.Credentials(login.user(), login.password());
    }

    private void opening() {
        var display = settings.display();
        if (!display.get() && !display.quiet()) {
            err.println("** SIEGE " + SiegeVersion.NUMBER + " (spate)");
            err.println(
                    "** Preparing %d concurrent users for battle."
                            .formatted(settings.load().users()));
            err.print("The server is now under siege...");
            err.print(display.verbose() ? "\n" : "");
            err.flush();
        }
    }

    private boolean isTimed() {
        return settings.load().amount() instanceof Amount.Time;
    }

    /** The first signal ends it, as in siege; a second one does not wait for what is left to do. */
    private void stop(Run run) {
        if (stopped.compareAndSet(false, true)) {
            run.stopAtOnce();
        } else {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
        }
    }

    private void lifting() {
        if (!settings.display().quiet()) {
            err.print("\nLifting the server siege...");
        }
    }

    /** The block is there also where siege, told to be quiet, forgets it. */
    private void report(Figures figures, boolean gaveUp) {
        var display = settings.display();
        if (gaveUp) {
            err.println("siege aborted due to excessive socket failure; you");
            err.println("can change the failure threshold in siege.conf: failures = N");
        }
        if (!display.jsonOnly()) {
            err.print(FinalBlock.text(figures, display.debug()));
            err.flush();
        }
        if (display.json()) {
            out.print(FinalBlock.json(figures, display.debug()));
            out.flush();
        }
        if (settings.log().on()) {
            new SiegeLog(settings.log(), files.file(settings.log().file()))
                    .add(figures, ticker.instant(), gaveUp, out, err);
        }
    }

    /** What siege cannot know: that the figures are the generator's rather than the server's. */
    private void health(RunResult result) {
        result.generator().findings().stream()
                .filter(it -> it.severity() == Severity.INVALID)
                .forEach(it -> err.println("spate: " + it.what() + " " + it.consequence()));
    }
}
