package io.spate.output.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of a test's own. */
public final class Postgres implements AutoCloseable {
    /** Of its user {@code postgres}. */
    public static final String PASSWORD = "spate-test";

    private static final int PATIENCE_SECONDS = 60;

    private final Path programs;
    private final Path home;
    private final int port;

    private Postgres(Path programs, Path home, int port) {
        this.programs = programs;
        this.home = home;
        this.port = port;
    }

    /** Starts one; the test is skipped where it is not installed. */
    public static Postgres start() throws IOException, InterruptedException {
        var programs = programs();
        Assumptions.assumeTrue(
                programs.isPresent(), "PostgreSQL is not installed: ./test installs it");
        // Its user must get at its files, and a test's own folder may be another's alone.
        var home = Files.createTempDirectory("spate-postgres");
        var server = new Postgres(programs.get(), home, RealServer.freePort());
        var password = Files.writeString(home.resolve("password"), PASSWORD);
        if (isRoot()) {
            server.run(List.of("chown", "-R", "postgres", home.toString()));
        }
        server.call("initdb", "-A", "scram-sha-256", "--pwfile=" + password, "-N", "-E", "UTF8");
        server.start(server.port);
        return server;
    }

    /** Starts it once more after it was killed. */
    public void restart() throws IOException, InterruptedException {
        start(port);
    }

    private void start(int onPort) throws IOException, InterruptedException {
        var options =
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s -c fsync=off"
                        .formatted(onPort, home);
        call("pg_ctl", "-o", options, "-l", home.resolve("log").toString(), "-w", "start");
    }

    /** It refuses to run as root. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Path> programs() throws IOException {
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

    private void call(String program, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of("-D", home.resolve("data").toString()));
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        File log = Files.createTempFile("spate-postgres", ".log").toFile();
        var process =
                new ProcessBuilder(command)
                        .directory(new File("/"))
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        var said = Files.readString(log.toPath());
        Files.delete(log.toPath());
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(command + ": " + said);
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** The first value that a query finds. */
    public String query(String sql) throws SQLException {
        return rows(sql).getFirst().getFirst();
    }

    /** What a query finds, as text; what is null is {@code null}. */
    public List<List<String>> rows(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(), "postgres", PASSWORD);
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Does what gives no rows. */
    public void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(), "postgres", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    /** Stops it at once, as a crash would. */
    public void kill() throws IOException, InterruptedException {
        call("pg_ctl", "-m", "immediate", "-w", "stop");
    }

    @Override
    public void close() throws IOException {
        try {
            if (Files.exists(home.resolve("data/postmaster.pid"))) {
                kill();
            }
            try (var files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
