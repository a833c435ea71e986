package io.spate.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL of a test's own, on a free port of the loopback.
 *
 * @param programs where {@code initdb} and {@code pg_ctl} are
 */
record PostgresServer(Path programs, Path home, int port) {
    /** Of its user {@code postgres}. */
    static final String PASSWORD = "spate-test";

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final int PATIENCE_SECONDS = 60;

    /** Starts one; the test is skipped where it is not installed. */
    static PostgresServer start() throws IOException, InterruptedException {
        var programs = installed();
        Assumptions.assumeTrue(
                programs.isPresent(), "PostgreSQL is not installed: ./test installs it");
        var home = Files.createTempDirectory("spate-history");
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var server = new PostgresServer(programs.get(), home, port);
        var password = Files.writeString(home.resolve("password"), PASSWORD);
        if (ROOT) {
            // It refuses to run as root.
            call(List.of("chown", "-R", "postgres", home.toString()));
        }
        server.run("initdb", "-A", "scram-sha-256", "--pwfile=" + password, "-N", "-E", "UTF8");
        var options =
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s -c fsync=off"
                        .formatted(port, home);
        server.run("pg_ctl", "-o", options, "-l", home.resolve("log").toString(), "-w", "start");
        return server;
    }

    private static Optional<Path> installed() throws IOException {
        var folder = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var versions = Files.list(folder)) {
            return versions.map(it -> it.resolve("bin"))
                    .filter(it -> Files.isExecutable(it.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (ROOT) {
            command.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of("-D", home.resolve("data").toString()));
        command.addAll(List.of(arguments));
        call(command);
    }

    private static void call(List<String> command) throws IOException, InterruptedException {
        var said = Files.createTempFile("spate-history", ".log");
        var process =
                new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        var text = Files.readString(said);
        Files.delete(said);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(command + ": " + text);
        }
    }

    /** Stops it, and removes what it has written. */
    void close() throws IOException, InterruptedException {
        run("pg_ctl", "-m", "immediate", "-w", "stop");
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }
}
