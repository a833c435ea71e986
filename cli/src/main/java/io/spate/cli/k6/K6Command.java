package io.spate.cli.k6;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.ForeignCommand;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.target.TargetGate;
import io.spate.cli.web.RunWatch;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code spate k6}: takes k6's command line, as it is. */
@Command(name = "k6", description = "Take a command line of k6: run k6 scripts as they are.")
public final class K6Command implements ForeignCommand {
    private static final String HELP =
            """
            Usage: spate k6 run [FLAGS] SCRIPT|ARCHIVE.tar|-
                   spate k6 inspect [--execution-requirements] SCRIPT
                   spate k6 archive [FLAGS] SCRIPT [-O FILE.tar]
                   spate k6 new [FILE] [--template minimal|protocol|browser] [--force]
                   spate k6 status|pause|resume|stats [--address HOST:PORT]
                   spate k6 scale --vus COUNT [--address HOST:PORT]
                   spate k6 version

            Runs a script of k6. The flags are k6's: -u/--vus, -d/--duration, -i/--iterations,
            -s/--stage DURATION:TARGET, -e/--env NAME=VALUE, --tag NAME=VALUE, -c/--config FILE,
            -o/--out json[=FILE]|csv[=FILE]|influxdb=URL and others (docs/outputs.md),
            --summary-export FILE, --summary-mode
            compact|full|legacy|disabled, --new-machine-readable-summary, --summary-trend-stats,
            --summary-time-unit, -a/--address HOST:PORT (REST API, off without it), -p/--paused,
            -l/--linger, --no-thresholds, --no-setup, --no-teardown, --throw,
            --user-agent, --max-redirects, --insecure-skip-tls-verify, --no-connection-reuse,
            --discard-response-bodies, --batch, --batch-per-host, --rps, --dns, --local-ips,
            --block-hostnames, --blacklist-ip, --min-iteration-duration, --system-tags, --no-summary,
            --execution-segment, --execution-segment-sequence, --no-vu-connection-reuse, --http-debug,
            --include-system-env-vars, --type, --console-output FILE, -v, -q, --no-color,
            --log-output stderr|stdout|none|file=PATH[,level=LEVEL], --log-format text|raw|json,
            --secret-source mock=NAME=VALUE,...|file=FILE.
            Beside them: --allow FOLDER, for files outside of the script's and the working folder,
            and --modules-cache FOLDER, with copies of modules that the script imports by URL.

            Exit codes: 0 passed, 99 thresholds crossed, 100 setup timeout, 101 teardown timeout,
            103 stopped by the REST API, 104 invalid configuration, 105 interrupted, 107 script error, 108 aborted by the
            script, 110 marked as failed by the script.
            """;

    private final SpateProcess process;
    private final String version;
    private List<String> arguments = List.of();

    /** A command of a process. */
    public K6Command(SpateProcess process, String version) {
        this.process = process;
        this.version = version;
    }

    @Override
    public void arguments(List<String> all) {
        arguments = List.copyOf(all);
    }

    @Override
    public Integer call() throws InterruptedException {
        var command = arguments.isEmpty() ? "help" : arguments.getFirst();
        return switch (command) {
            case "run" -> by(this::run);
            case "inspect" -> by(flags -> inspect(flags, true));
            case "archive" -> by(flags -> inspect(flags, false));
            case "new" -> by(flags -> new K6New(process, flags).run());
            case "status", "pause", "resume", "scale", "stats" ->
                    by(flags -> new K6Remote(process, flags).run(command));
            case "version", "--version" -> {
                process.out().println("spate " + version + ", for scripts of k6 2.x");
                yield ExitCode.PASSED.code();
            }
            case "help", "--help", "-h" -> help();
            case "cloud", "login" ->
                    throw new UsageException(
                            "runs stay on this machine: there is no cloud. Run the script with"
                                    + " spate k6 run SCRIPT");
            default ->
                    throw new UsageException(
                            ("there is no k6 command '%s' here; there are run, inspect, archive,"
                                            + " new, status, pause, resume, scale, stats and"
                                            + " version")
                                    .formatted(command));
        };
    }

    /** What a command does with its flags. */
    private interface Doing {
        int with(K6Flags flags) throws InterruptedException;
    }

    private int by(Doing doing) throws InterruptedException {
        var flags = K6Flags.parse(arguments.subList(1, arguments.size()), process.env());
        return flags.has("help") ? help() : doing.with(flags);
    }

    private int inspect(K6Flags flags, boolean only) throws InterruptedException {
        if (flags.script().isEmpty()) {
            throw new UsageException("of what? Name a script");
        }
        var inspect = new K6Inspect(process, flags);
        return only ? inspect.inspect() : inspect.archive();
    }

    private int help() {
        process.out().print(HELP);
        return ExitCode.PASSED.code();
    }

    private int run(K6Flags flags) throws InterruptedException {
        if (flags.script().isEmpty()) {
            throw new UsageException("run what? Name a script: spate k6 run script.js");
        }
        var gate = TargetGate.of(process.env());
        return new K6Session(process, flags, version, RunWatch.NONE, gate).run();
    }
}
