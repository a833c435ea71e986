package io.spate.acceptance.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A copy of the scripts in a folder of its own, and the environment that they are started with. The
 * machine's own JDKs are out of sight.
 */
final class Checkout {

    private final Path parent;
    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    /** What a process left: its exit code and its two streams. */
    record Outcome(int exitCode, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }
    }

    /**
     * @param name of the folder of the copy
     */
    Checkout(Path parent, String name) throws IOException {
        this.parent = parent;
        this.root = parent.resolve(name);
        for (String script : List.of("spate", "test", "bin/find-jdk.sh")) {
            Path copy = root.resolve(script);
            Files.createDirectories(copy.getParent());
            Files.copy(Project.root().resolve(script), copy);
        }
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("SPATE_JDK_ROOT", parent.resolve("no-system").toString());
    }

    Path root() {
        return root;
    }

    void set(String variable, Object value) {
        environment.put(variable, value.toString());
    }

    /** Puts a folder of stubs before the tools of the machine. */
    void putFirstOnPath(Path folder) {
        environment.put("PATH", folder + ":/usr/bin:/bin");
    }

    /** Makes a JDK whose java prints its process id, then its own folder and its arguments. */
    Path jdk(String folder, String version) throws IOException {
        Path home = jre(folder, version);
        script(home.resolve("bin/javac"), "exit 0");
        return home;
    }

    /** Like {@link #jdk}, but without a compiler. */
    Path jre(String folder, String version) throws IOException {
        Path home = parent.resolve(folder);
        write(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(
                home.resolve("bin/java"),
                """
                case "$*" in *AOTCacheOutput*) exit 0 ;; esac
                echo "pid $$"
                echo "home ${0%/bin/java}"
                for argument in "$@"; do echo "<$argument>"; done
                exit ${STUB_EXIT_CODE:-0}
                """);
        return home;
    }

    /** Makes a build that is there already, in a checkout that cannot build. */
    void built() throws IOException {
        write(root.resolve("target/spate/a/spate.jar"), "");
        write(root.resolve("target/spate/current"), "a\n");
    }

    /** Makes sources, older than all that follows, and a Maven that packs and counts its runs. */
    void sources(String mavenEnd) throws IOException {
        for (String source : List.of("pom.xml", "cli/pom.xml", "cli/src/main/java/Main.java")) {
            write(root.resolve(source), "");
        }
        for (String old : List.of("pom.xml", "cli/pom.xml", "cli/src/main", "cli/src/main/java")) {
            age(root.resolve(old));
        }
        age(root.resolve("cli/src/main/java/Main.java"));
        script(
                root.resolve("mvnw"),
                """
                echo run >>runs
                echo "[INFO] Building Spate cli 0.1.0-SNAPSHOT                [11/11]"
                mkdir -p target/quick/spate-cli/spate
                touch target/quick/spate-cli/spate/spate.jar
                """
                        + mavenEnd);
    }

    int mavenRuns() throws IOException {
        return Files.readAllLines(root.resolve("runs")).size();
    }

    Outcome start(String... arguments) throws IOException, InterruptedException {
        return run(root.resolve("spate"), parent, arguments);
    }

    Outcome run(Path script, Path directory, String... arguments)
            throws IOException, InterruptedException {
        return finish(launch(script, directory, arguments));
    }

    Process launch(Path script, Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Outcome finish(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running after its streams were closed: " + out + err);
        }
        return new Outcome(process.exitValue(), out, err);
    }

    static void script(Path file, String body) throws IOException {
        write(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }
}
