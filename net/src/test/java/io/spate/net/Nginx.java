package io.spate.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real nginx on a free port of the loopback address. */
final class Nginx implements AutoCloseable {
    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one with a block of configuration for its server; skips the test where there is none.
     *
     * @param server may name files of the folder
     */
    static Nginx start(Path folder, String server) throws Exception {
        Optional<Path> binary =
                Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        Assumptions.assumeTrue(binary.isPresent(), "nginx is not installed");
        int port = freePort();
        Path file = folder.resolve("nginx-" + port + ".conf");
        Files.writeString(
                file,
                """
                daemon off; master_process off; pid nginx-%1$d.pid; error_log nginx-%1$d.log;
                events { worker_connections 100; }
                http {
                  access_log off; client_body_temp_path body; proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  server { listen 127.0.0.1:%1$d ssl; %2$s }
                }
                """
                        .formatted(port, server));
        Process process =
                new ProcessBuilder(
                                List.of(
                                        binary.get().toString(),
                                        "-p",
                                        folder.toString(),
                                        "-c",
                                        file.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx-" + port + ".out").toFile())
                        .start();
        Nginx started = new Nginx(process, port);
        started.await(folder);
        return started;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Path folder) throws Exception {
        for (int i = 0; i < 200; i++) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new AssertionError(
                "nginx: " + Files.readString(folder.resolve("nginx-" + port + ".out")));
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        var _ = process.onExit().join();
    }
}
