package io.spate.cli.locust;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.HostName;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.target.AllowedTargets;
import io.spate.locust.LocustSource;
import io.spate.locust.python.CodeCache;
import io.spate.locust.python.Python.Surroundings;
import io.spate.net.NetOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The locustfiles that a command line names. */
final class LocustFiles {
    private static final int FILES_MAX = 1_000;
    private static final int PYTHONS_MAX = 256;

    private final SpateProcess process;
    private final LocustFlags flags;
    private final List<String> allowed;
    private final List<String> packages;
    private final List<Path> files;

    /**
     * Finds them.
     *
     * @param allowed folders with files that scripts may read and write
     * @param packages folders with packages for Python
     */
    LocustFiles(
            SpateProcess process, LocustFlags flags, List<String> allowed, List<String> packages) {
        this.process = process;
        this.flags = flags;
        this.allowed = allowed;
        this.packages = packages;
        this.files = find(flags.text("locustfile").orElse("locustfile"));
    }

    private List<Path> find(String given) {
        var found = new LinkedHashSet<Path>();
        for (var name : given.split(",", -1)) {
            if (name.startsWith("http://") || name.startsWith("https://")) {
                throw LocustLine.wrong(
                        name
                                + ": download it first, and name the file, as scripts are not"
                                + " fetched");
            }
            found.addAll(find(name.strip(), process.file(name.strip())));
        }
        return List.copyOf(found);
    }

    private List<Path> find(String name, Path file) {
        if (Files.isDirectory(file)) {
            try (var inside = Files.walk(file)) {
                var all =
                        inside.filter(it -> it.toString().endsWith(".py"))
                                .filter(it -> !String.valueOf(it.getFileName()).startsWith("_"))
                                .sorted()
                                .limit(FILES_MAX)
                                .toList();
                if (!all.isEmpty()) {
                    return all;
                }
            } catch (IOException e) {
                throw LocustLine.wrong("%s cannot be read: %s".formatted(name, e.getMessage()));
            }
            throw missing("Could not find any locustfiles in directory '%s'".formatted(name));
        }
        if (Files.isRegularFile(file)) {
            return List.of(file);
        }
        var withSuffix = process.file(name + ".py");
        if (Files.isRegularFile(withSuffix)) {
            return List.of(withSuffix);
        }
        throw missing(
                "Could not find '%s'. Ensure the locustfile is there, or name another by -f FILE"
                        .formatted(name.endsWith(".py") ? name : name + ".py"));
    }

    private static UsageException missing(String message) {
        return new UsageException(message, ExitCode.FAILED);
    }

    /** What they are called where there is room for one name. */
    String shown() {
        return String.valueOf(files.getFirst().getFileName());
    }

    /** This machine's name. */
    String hostName() {
        return HostName.of(process);
    }

    /** Them and what they are given, behind a gate. */
    LocustSource source(NetOptions.Gate gate) {
        var folders = new ArrayList<Path>();
        files.forEach(it -> folders.add(real(it.toAbsolutePath().resolveSibling(""))));
        folders.add(real(process.directory()));
        var writable = allowed.stream().map(it -> real(process.file(it))).toList();
        folders.addAll(writable);
        var places = packageFolders();
        folders.addAll(places);
        var level = flags.text("loglevel").orElse("INFO").toUpperCase(Locale.ROOT);
        if (!List.of("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL").contains(level)) {
            throw LocustLine.wrong(
                    "argument --loglevel: choose from DEBUG, INFO, WARNING, ERROR, CRITICAL");
        }
        return new LocustSource(
                files,
                new Surroundings(
                        folders.stream().distinct().toList(),
                        writable,
                        places,
                        real(process.directory()),
                        AllowedTargets.of(process.env()).patterns().isEmpty(),
                        process.env(),
                        process.out(),
                        process.err(),
                        codeCache()),
                NetOptions.DEFAULT.withGate(gate),
                level,
                pythons());
    }

    /** One for each core where that is asked for by a negative number. */
    private int pythons() {
        int given = flags.whole("processes").orElse(1);
        if (given > PYTHONS_MAX) {
            throw LocustLine.wrong("--processes must be up to " + PYTHONS_MAX);
        }
        return given < 0 ? Runtime.getRuntime().availableProcessors() : Math.max(1, given);
    }

    /** Where the launcher says that compiled modules are, or are to be put. */
    private Optional<CodeCache> codeCache() {
        return Optional.ofNullable(process.env().get("SPATE_PYTHON_CODE"))
                .map(it -> process.file(it))
                .filter(Files::isDirectory)
                .map(it -> new CodeCache(real(it), process.env().containsKey("SPATE_TRAINS")));
    }

    /** The working folder first, as with Locust, then what is named, then PYTHONPATH. */
    private List<Path> packageFolders() {
        var found = new LinkedHashSet<Path>();
        found.add(real(process.directory()));
        packages.forEach(it -> found.add(real(process.file(it))));
        for (var name : process.env().getOrDefault("PYTHONPATH", "").split(":", -1)) {
            if (!name.isEmpty() && Files.isDirectory(process.file(name))) {
                found.add(real(process.file(name)));
            }
        }
        return List.copyOf(found);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw LocustLine.wrong("there is no folder " + folder);
        }
    }
}
