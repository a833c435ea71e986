package io.spate.cli.k6;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.k6.K6Source;
import io.spate.k6.archive.K6Archive;
import io.spate.k6.load.FileAccess;
import io.spate.k6.options.Tier;
import io.spate.script.ScriptException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The files and variables that a command line of k6 names. */
final class K6Files {
    private static final String STANDARD_INPUT = "-";

    private final SpateProcess process;
    private final K6Flags flags;
    private final BiConsumer<Path, byte[]> witness;

    K6Files(SpateProcess process, K6Flags flags) {
        this(process, flags, (_, _) -> {});
    }

    /** With somebody who is told of each file that the script reads. */
    K6Files(SpateProcess process, K6Flags flags, BiConsumer<Path, byte[]> witness) {
        this.process = process;
        this.flags = flags;
        this.witness = witness;
    }

    /** The script with all that is given beside it. */
    K6Source source() {
        boolean piped = flags.script().equals(STANDARD_INPUT);
        var file = piped ? process.directory().resolve("-") : process.file(flags.script());
        if (!piped && !Files.isRegularFile(file)) {
            throw new UsageException(
                    flags.script()
                            + (Files.isDirectory(file)
                                    ? ": this is a folder; name the script in it"
                                    : ": there is no such file"));
        }
        if (isArchive()) {
            return archived(file);
        }
        var given = piped ? Map.of(file, standardInput()) : Map.<Path, byte[]>of();
        return new K6Source(
                flags.script(),
                file,
                new FileAccess(folders(file), given, witness),
                env(Map.of()),
                configuration().map(List::of).orElse(List.of()),
                List.of(
                        Tier.ofEnvironment(process.env()),
                        Tier.ofFlags(flags.options(), flags.tags())),
                K6Secrets.read(process, flags.secrets()),
                modulesCache());
    }

    private Path modulesCache() {
        return flags.get("modules-cache")
                .or(() -> Optional.ofNullable(process.env().get("SPATE_MODULES_CACHE")))
                .map(process::file)
                .orElseGet(() -> process.directory().resolve(K6Source.MODULES_CACHE));
    }

    private boolean isArchive() {
        return flags.script().endsWith(".tar")
                || flags.get("type").filter("archive"::equals).isPresent();
    }

    /** What an archive holds; it may read nothing else, but what --allow adds. */
    private K6Source archived(Path file) {
        try (var stream = Files.newInputStream(file)) {
            var archive = K6Archive.read(flags.script(), stream);
            var folders = flags.folders().stream().map(it -> real(process.file(it))).toList();
            return new K6Source(
                    flags.script(),
                    archive.main(),
                    new FileAccess(folders, archive.files(), witness),
                    env(archive.env()),
                    configuration().map(List::of).orElse(List.of()),
                    List.of(
                            new Tier(flags.script(), archive.options(), ""),
                            Tier.ofEnvironment(process.env()),
                            Tier.ofFlags(flags.options(), flags.tags())),
                    K6Secrets.read(process, flags.secrets()),
                    modulesCache());
        } catch (ScriptException e) {
            throw UsageException.of(flags.script(), e, ExitCode.SCRIPT_ERROR);
        } catch (IOException e) {
            throw new UsageException(flags.script() + " cannot be read: " + e.getMessage());
        }
    }

    /** The variables that a script may ask for, the strongest last. */
    private Map<String, String> env(Map<String, String> archived) {
        var env = new HashMap<>(archived);
        if (flags.seesEnvironment()) {
            env.putAll(process.env());
        }
        env.putAll(flags.env());
        return env;
    }

    private static byte[] standardInput() {
        try {
            return System.in.readAllBytes();
        } catch (IOException e) {
            throw new UsageException("standard input cannot be read: " + e.getMessage());
        }
    }

    private List<Path> folders(Path script) {
        var all = new ArrayList<Path>();
        all.add(real(script.resolveSibling("")));
        all.add(real(process.directory()));
        flags.folders().forEach(it -> all.add(real(process.file(it))));
        return all;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UsageException("there is no folder " + folder);
        }
    }

    private Optional<Tier> configuration() {
        return flags.get("config")
                .map(
                        it -> {
                            try {
                                var text = Files.readString(process.file(it));
                                if (JsonMapper.shared().readTree(text)
                                        instanceof ObjectNode values) {
                                    return new Tier(it, values, text);
                                }
                                throw new UsageException(
                                        it + ": a configuration is an object in JSON");
                            } catch (IOException e) {
                                throw new UsageException(it + " cannot be read: " + e.getMessage());
                            } catch (JacksonException e) {
                                throw new UsageException(
                                        it + " is not JSON: " + e.getOriginalMessage());
                            }
                        });
    }

    /** A stream to the end of a file. */
    PrintStream appended(String name) {
        try {
            var end =
                    Files.newOutputStream(
                            process.file(name),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
            return new PrintStream(end, false, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("cannot write to %s: %s".formatted(name, e.getMessage()));
        }
    }

    /** Writes what the script has made of its results. */
    boolean write(Map<String, byte[]> texts, K6Console console) {
        boolean complete = true;
        for (var entry : texts.entrySet()) {
            switch (entry.getKey()) {
                case "stdout" -> process.out().writeBytes(entry.getValue());
                case "stderr" -> process.err().writeBytes(entry.getValue());
                default -> complete &= write(entry.getKey(), entry.getValue(), console);
            }
        }
        process.out().flush();
        return complete;
    }

    boolean write(String name, byte[] content, K6Console console) {
        try {
            Files.write(process.file(name), content);
            return true;
        } catch (IOException e) {
            console.log(
                    io.spate.k6.vu.ScriptLog.Level.ERROR,
                    "could not save %s: %s".formatted(name, e.getMessage()),
                    "");
            return false;
        }
    }
}
