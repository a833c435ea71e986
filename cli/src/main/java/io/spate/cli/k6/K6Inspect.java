package io.spate.cli.k6;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.k6.archive.K6Archive;
import io.spate.k6.options.InspectedOptions;
import io.spate.metrics.Ticker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code k6 inspect} and {@code k6 archive}: look at a script without running it. */
final class K6Inspect {
    private final SpateProcess process;
    private final K6Flags flags;
    private final Ticker ticker = Ticker.system();

    K6Inspect(SpateProcess process, K6Flags flags) {
        this.process = process;
        this.flags = flags;
    }

    /** Prints the options as JSON: the script's own, or what a run would take. */
    int inspect() throws InterruptedException {
        boolean whole = flags.has("execution-requirements");
        var files = new K6Files(process, flags);
        var source = whole ? files.source() : files.source().alone();
        return new K6Loader(process, flags, files, ticker)
                .load(
                        source,
                        (test, _) -> {
                            process.out()
                                    .println(
                                            whole
                                                    ? InspectedOptions.whole(
                                                            test.options(), test.share(test.plan()))
                                                    : InspectedOptions.ofScript(test.options()));
                            process.out().flush();
                            return ExitCode.PASSED.code();
                        });
    }

    /** Writes an archive of the script with all that its init code reads. */
    int archive() throws InterruptedException {
        Map<Path, byte[]> seen = new ConcurrentHashMap<>();
        var files = new K6Files(process, flags, seen::put);
        var source = files.source();
        return new K6Loader(process, flags, files, ticker)
                .load(
                        source,
                        (test, _) -> {
                            var options =
                                    (ObjectNode)
                                            JsonMapper.shared().readTree(test.options().json());
                            var env =
                                    flags.has("exclude-env-vars")
                                            ? Map.<String, String>of()
                                            : flags.env();
                            write(new K6Archive(source.file(), seen, options, env));
                            return ExitCode.PASSED.code();
                        });
    }

    private void write(K6Archive archive) {
        var name = Optional.ofNullable(flags.own().get("archive-out")).orElse("archive.tar");
        try {
            if (name.equals("-")) {
                archive.write(process.out());
                process.out().flush();
            } else {
                try (OutputStream out = Files.newOutputStream(process.file(name))) {
                    archive.write(out);
                }
            }
        } catch (IOException e) {
            throw new UsageException("cannot write to %s: %s".formatted(name, e.getMessage()));
        }
    }
}
