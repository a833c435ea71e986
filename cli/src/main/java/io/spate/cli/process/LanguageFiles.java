package io.spate.cli.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where JavaScript and Python unpack files of theirs on first use. They do so below the user's
 * home, and Python does not start where that cannot be written, as in many containers.
 */
public final class LanguageFiles {
    private static final String PROPERTY = "polyglot.engine.userResourceCache";

    private LanguageFiles() {}

    /** Has them take another folder where the usual one cannot be written. */
    public static void place(SpateProcess process) {
        if (System.getProperty(PROPERTY) == null) {
            var home = Path.of(System.getProperty("user.home", "/"));
            var temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
            instead(process.env(), home, process.directory(), temporary)
                    .ifPresent(it -> System.setProperty(PROPERTY, it.toString()));
        }
    }

    /**
     * The folder to take in place of the usual one.
     *
     * @param working where there is one for the runs of a project already
     * @param temporary for one of this process alone, with a name that nobody guesses
     * @return empty where the usual one can be written
     */
    static Optional<Path> instead(
            Map<String, String> env, Path home, Path working, Path temporary) {
        var asked = Optional.ofNullable(env.get("XDG_CACHE_HOME")).filter(it -> !it.isEmpty());
        var usual = asked.map(Path::of).filter(Files::isDirectory).orElse(home.resolve(".cache"));
        if (isWritable(usual)) {
            return Optional.empty();
        }
        var ofProject = working.resolve(".spate").resolve("languages");
        return Optional.of(
                isWritable(ofProject)
                        ? ofProject.toAbsolutePath()
                        : temporary.resolve("spate-" + UUID.randomUUID()).toAbsolutePath());
    }

    /** Whether it can be written, or made. */
    private static boolean isWritable(Path folder) {
        var there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isDirectory(there) && Files.isWritable(there);
    }
}
