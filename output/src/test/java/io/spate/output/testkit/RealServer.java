package io.spate.output.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A server of another project that a test starts on a port of its own, and stops. */
public final class RealServer implements AutoCloseable {
    private static final int PATIENCE = 400;

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private RealServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** A port that nothing listens on. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts a program, and waits until something listens on the port. The test is skipped where
     * the program is not installed.
     */
    public static RealServer start(Path folder, int port, String program, String... arguments)
            throws IOException, InterruptedException {
        var file =
                Stream.of("/usr/bin/", "/usr/sbin/", "/usr/local/bin/")
                        .map(it -> Path.of(it + program))
                        .filter(Files::isExecutable)
                        .findFirst();
        Assumptions.assumeTrue(file.isPresent(), program + " is not installed: ./test installs it");
        var log = folder.resolve(program + ".log").toFile();
        var process =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of(file.get().toString()),
                                                Stream.of(arguments))
                                        .toList())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        var server = new RealServer(process, port);
        for (int i = 0; !server.listens(); i++) {
            if (i == PATIENCE || !process.isAlive()) {
                server.close();
                throw new AssertionError(Files.readString(log.toPath()));
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

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** What it answers to a path, with parameters by turns names and values. */
    public String get(String path, String... parameters) throws IOException, InterruptedException {
        var query = new StringBuilder(path);
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        var uri = URI.create("http://127.0.0.1:%d%s".formatted(port, query));
        return client.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Stops the program at once. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.destroy();
        if (!process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join().isAlive()) {
            return;
        }
        process.destroyForcibly();
    }

    /** InfluxDB 1 with its data in a folder; takes lines by UDP at the port of the same number. */
    public static RealServer influx(Path folder, int port)
            throws IOException, InterruptedException {
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
                [[udp]]
                  enabled = true
                  bind-address = "127.0.0.1:%3$d"
                  database = "k6"
                  batch-timeout = "50ms"
                """
                        .formatted(folder, freePort(), port));
        return start(folder, port, "influxd", "-config", conf.toString());
    }

    /** VictoriaMetrics, which speaks version 2 of InfluxDB's interface and takes remote writes. */
    public static RealServer victoria(Path folder, int port)
            throws IOException, InterruptedException {
        return start(
                folder,
                port,
                "victoria-metrics",
                "-httpListenAddr=127.0.0.1:" + port,
                "-storageDataPath=" + folder.resolve("victoria"),
                "-search.latencyOffset=0s",
                "-search.disableCache",
                "-memory.allowedPercent=10");
    }
}
