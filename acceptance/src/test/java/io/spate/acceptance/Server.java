package io.spate.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A database of a test's own. */
public record Server(Process process, int port) implements AutoCloseable {
    private static final int PATIENCE = 400;

    /** A port that nothing listens on. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Prometheus that scrapes a port each second and takes remote writes. */
    public static Server prometheus(Path folder, int scraped)
            throws IOException, InterruptedException {
        int port = freePort();
        Files.createDirectories(folder);
        var conf = folder.resolve("prometheus.yml");
        Files.writeString(
                conf,
                """
                global: {scrape_interval: 1s}
                scrape_configs:
                  - {job_name: spate, static_configs: [{targets: ["127.0.0.1:%d"]}]}
                """
                        .formatted(scraped));
        return start(
                folder,
                port,
                List.of(
                        program("/usr/bin", "prometheus").toString(),
                        "--config.file=" + conf,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--web.enable-remote-write-receiver",
                        "--enable-feature=native-histograms"));
    }

    public static Server influx(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Files.createDirectories(folder);
        var conf = folder.resolve("influxdb.conf");
        Files.writeString(
                conf,
                """
                reporting-disabled = true
                bind-address = "127.0.0.1:%2$d"
                [meta]
                  dir = "%1$s/meta"
                [data]
                  dir = "%1$s/data"
                  wal-dir = "%1$s/wal"
                [http]
                  bind-address = "127.0.0.1:%3$d"
                  log-enabled = false
                """
                        .formatted(folder, freePort(), port));
        return start(
                folder,
                port,
                List.of(program("/usr/bin", "influxd").toString(), "-config", conf.toString()));
    }

    /** Redis without a file of data, that wants a password. */
    public static Server redis(Path folder, String password)
            throws IOException, InterruptedException {
        int port = freePort();
        return start(
                folder,
                port,
                List.of(
                        program("/usr/bin", "redis-server").toString(),
                        "--port",
                        "" + port,
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--requirepass",
                        password));
    }

    /** PostgreSQL that trusts everybody on this machine. */
    public static Server postgres(Path folder) throws IOException, InterruptedException {
        var programs = programs();
        // Its user must get at its files, and a test's own folder is another's alone.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var home = Files.createDirectory(folder.resolve("postgres"));
        var user = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            run(home, List.of("chown", "postgres", home.toString()));
            user.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        var data = home.resolve("data").toString();
        run(
                home,
                with(user, programs.resolve("initdb").toString(), "-D", data, "-A", "trust", "-N"));
        int port = freePort();
        var server =
                with(
                        user,
                        programs.resolve("postgres").toString(),
                        "-D",
                        data,
                        "-p",
                        "" + port,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=" + home,
                        "-c",
                        "fsync=off");
        return start(home, port, server);
    }

    private static List<String> with(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    private static Path programs() throws IOException {
        var folder = Path.of("/usr/lib/postgresql");
        Assumptions.assumeTrue(
                Files.isDirectory(folder), "PostgreSQL is not installed: ./test installs it");
        try (var versions = Files.list(folder)) {
            return versions.max(Comparator.naturalOrder()).orElseThrow().resolve("bin");
        }
    }

    private static Path program(String folder, String name) {
        var file = Path.of(folder, name);
        Assumptions.assumeTrue(
                Files.isExecutable(file), name + " is not installed: ./test installs it");
        return file;
    }

    private static void run(Path folder, List<String> command)
            throws IOException, InterruptedException {
        var process = begin(folder, command);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(command + " failed");
        }
    }

    private static Process begin(Path folder, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Server start(Path folder, int port, List<String> command)
            throws IOException, InterruptedException {
        var server = new Server(begin(folder, command), port);
        for (int i = 0; !server.listens(); i++) {
            if (i == PATIENCE || !server.process.isAlive()) {
                server.close();
                throw new AssertionError(command + " does not listen");
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
        return server;
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
