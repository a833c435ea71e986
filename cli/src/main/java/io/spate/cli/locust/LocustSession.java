package io.spate.cli.locust;

import io.spate.cli.history.Histories;
import io.spate.cli.process.Ahead;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.TerminalSize;
import io.spate.cli.process.UsageException;
import io.spate.cli.target.TargetGate;
import io.spate.cli.web.RunWatch;
import io.spate.engine.Run;
import io.spate.locust.LocustException;
import io.spate.locust.LocustTest;
import io.spate.locust.text.ConsoleTables;
import io.spate.locust.text.HtmlReport;
import io.spate.locust.text.TaskRatios;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.RunResult;
import io.spate.net.NetOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of locustfiles, from the command line to the exit code. */
final class LocustSession {
    static final int USERS_MAX = 60_000;

    /** How long nothing is said about Python's start. */
    private static final int PATIENCE_MILLIS = 700;

    private final SpateProcess process;
    private final List<String> arguments;
    private final String version;
    private final RunWatch watch;
    private final TargetGate gate;
    private final List<String> folders = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();
    private final List<String> out = new ArrayList<>();
    private final Ticker ticker = Ticker.system();

    /**
     * Of a command line.
     *
     * @param watch who looks at its run, where it has no page of its own
     */
    LocustSession(
            SpateProcess process,
            List<String> given,
            String version,
            RunWatch watch,
            TargetGate gate) {
        this.watch = watch;
        this.gate = gate;
        this.process = process;
        this.version = version;
        this.arguments = withoutOwn(given);
    }

    /** Takes out the options that are not Locust's. */
    private List<String> withoutOwn(List<String> given) {
        var own = Map.of("--allow", folders, "--packages", packages, "--out", out);
        var left = new ArrayList<String>();
        for (int i = 0; i < given.size(); i++) {
            var argument = given.get(i);
            int equals = argument.indexOf('=');
            var values = own.get(equals < 0 ? argument : argument.substring(0, equals));
            if (values == null) {
                left.add(argument);
            } else if (equals >= 0) {
                values.add(argument.substring(equals + 1));
            } else if (i + 1 < given.size()) {
                i++;
                values.add(given.get(i));
            } else {
                throw LocustLine.wrong("argument %s: expected one argument".formatted(argument));
            }
        }
        return left;
    }

    int run() throws InterruptedException {
        var flags = LocustFlags.of(process, arguments, List.of());
        refuse(flags);
        Ahead.load(NetOptions.DEFAULT, Histories.place(process, null));
        var logFile = flags.text("logfile");
        if (logFile.isEmpty()) {
            return run(flags, process.err());
        }
        try (var stream =
                new PrintStream(
                        Files.newOutputStream(process.file(logFile.get())),
                        true,
                        StandardCharsets.UTF_8)) {
            return run(flags, stream);
        } catch (IOException e) {
            throw LocustLine.wrong("cannot write to %s: %s".formatted(logFile.get(), e));
        }
    }

    /** What is Locust's and cannot be had here. */
    static void refuse(LocustFlags flags) {
        if (flags.has("master") && flags.has("worker")) {
            throw LocustLine.wrong("The --master argument cannot be combined with --worker");
        }
        if (flags.has("master") || flags.has("worker")) {
            throw LocustLine.wrong(
                    "a run on many machines (--master, --worker) is not there; run it on this one,"
                            + " without these options");
        }
        if (flags.has("web_base_path") && !flags.has("headless")) {
            throw LocustLine.wrong(
                    "--web-base-path is not there; have the proxy in front serve the page at /");
        }
        if (flags.whole("users").filter(it -> it < 0 || it > USERS_MAX).isPresent()) {
            throw LocustLine.wrong("--users must be 0 to " + USERS_MAX);
        }
        if (flags.number("spawn_rate").filter(it -> !(it > 0)).isPresent()) {
            throw LocustLine.wrong("argument --spawn-rate: must be greater than 0");
        }
    }

    private int run(LocustFlags first, PrintStream stream) throws InterruptedException {
        var files = new LocustFiles(process, first, folders, packages);
        var console = new LocustConsole(stream, files.hostName(), ticker);
        try (var test = load(files, console)) {
            var flags = LocustFlags.of(process, arguments, test.arguments());
            if (!flags.unknown().isEmpty()) {
                throw LocustLine.wrong(
                        "unrecognized arguments: " + String.join(" ", flags.unknown()));
            }
            return run(test, flags, files, console);
        } catch (LocustException e) {
            gate.check();
            if (e.exitCode().isPresent()) {
                return e.exitCode().getAsInt();
            }
            throw new UsageException(String.valueOf(e.getMessage()), ExitCode.FAILED);
        }
    }

    /** Says that Python is still to come where it takes long. */
    private LocustTest load(LocustFiles files, LocustConsole console) {
        var started = new CountDownLatch(1);
        Thread.ofPlatform()
                .daemon()
                .name("locust-start")
                .start(
                        () -> {
                            try {
                                if (!started.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                                    console.log("INFO", "spate", "Starting Python");
                                }
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
        try {
            return LocustTest.load(files.source(gate), console, ticker);
        } finally {
            started.countDown();
        }
    }

    private int run(LocustTest test, LocustFlags flags, LocustFiles files, LocustConsole console)
            throws InterruptedException {
        if (flags.has("list")) {
            console.plain(List.of("Available Users:"));
            test.classNames().forEach(it -> console.plain(List.of("    " + it)));
            return 0;
        }
        var options = flags.forScripts();
        options.put("locustfile", files.shown());
        options.put("host", flags.text("host").map(LocustSession::withoutSlash).orElse(null));
        test.setup(options);
        if (flags.has("show_task_ratio") || flags.has("show_task_ratio_json")) {
            var asJson = flags.has("show_task_ratio_json");
            process.out()
                    .print(asJson ? test.ratiosInLines() + "\n" : TaskRatios.text(test.ratios()));
            process.out().flush();
            return 0;
        }
        return execute(test, flags, files, console);
    }

    static String withoutSlash(String host) {
        return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    }

    private int execute(
            LocustTest test, LocustFlags flags, LocustFiles files, LocustConsole console)
            throws InterruptedException {
        var host = flags.text("host").map(LocustSession::withoutSlash).orElse("");
        var outputs = new LocustOutputs(process, flags, console, tables(), ticker);
        var runs =
                new LocustRuns(process, test, files.shown(), out, console, version, ticker, gate);
        if (!flags.has("headless")) {
            return new LocustWeb(runs, flags, outputs).serve();
        }
        if (flags.has("class_picker")) {
            console.log(
                    "INFO",
                    "locust.main",
                    "The class picker (--class-picker) belongs to the web page, and has no effect");
        }
        console.tell((level, text) -> watch.says(level.toLowerCase(Locale.ROOT), text));
        outputs.begins(new HtmlReport(files.shown(), host, test.ratios()));
        runs.run(
                test.script(outputs),
                host,
                watch,
                it -> steered(it, test, watch),
                () -> test.exitCode() == 0);
        int code = test.exitCode();
        test.quit(code);
        return code == 0 && !outputs.complete() ? ExitCode.FAILED.code() : code;
    }

    private ConsoleTables tables() {
        return process.interactive()
                ? TerminalSize.current()
                        .map(it -> ConsoleTables.of(it.columns()))
                        .orElseGet(ConsoleTables::plain)
                : ConsoleTables.plain();
    }

    private static RunResult steered(Run run, LocustTest test, RunWatch watch)
            throws InterruptedException {
        var requests = new AtomicInteger();
        try (var _ =
                Signals.unless(
                        watch.takesSignals(),
                        () -> {
                            switch (requests.incrementAndGet()) {
                                case 1 -> test.end();
                                case 2 -> run.stopAtOnce();
                                default -> Runtime.getRuntime().halt(ExitCode.FAILED.code());
                            }
                        })) {
            return run.execute();
        }
    }
}
