package io.spate.acceptance.commands;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An nginx of a test's own, without files of its own. */
final class Nginx implements AutoCloseable {
    private static final int PATIENCE = 200;

    private final Process process;
    private final String scheme;
    private final int port;

    private Nginx(Process process, String scheme, int port) {
        this.process = process;
        this.scheme = scheme;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param locations what stands in its server block
     */
    static Nginx start(Path folder, String locations) throws IOException, InterruptedException {
        return start(folder, "http", locations);
    }

    /**
     * Starts one that speaks TLS.
     *
     * @param server what stands in its server block; may name files of the folder
     */
    static Nginx startSecured(Path folder, String server) throws IOException, InterruptedException {
        return start(folder, "https", server);
    }

    private static Nginx start(Path folder, String scheme, String server)
            throws IOException, InterruptedException {
        var program =
                Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx")
                        .filter(it -> Files.isExecutable(Path.of(it)))
                        .findFirst();
        Assumptions.assumeTrue(program.isPresent(), "nginx is not installed: ./test installs it");
        int port = freePort();
        var conf = folder.resolve("nginx.conf");
        Files.writeString(
                conf,
                """
                daemon off; pid %1$s/nginx.pid; error_log %1$s/nginx.log;
                worker_processes 1; events { worker_connections 1024; }
                http {
                  access_log off; default_type text/plain; server_tokens off;
                  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi; uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  server { listen 127.0.0.1:%2$d %3$s; %4$s }
                }
                """
                        .formatted(folder, port, scheme.equals("https") ? "ssl" : "", server));
        var process =
                new ProcessBuilder(List.of(program.get(), "-c", conf.toString()))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx.out").toFile())
                        .start();
        var nginx = new Nginx(process, scheme, port);
        for (int i = 0; !nginx.answers(); i++) {
            if (i == PATIENCE || !process.isAlive()) {
                nginx.close();
                throw new AssertionError(Files.readString(folder.resolve("nginx.out")));
            }
            boolean _ = process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        return nginx;
    }

    String url(String path) {
        return scheme + "://127.0.0.1:" + port + path;
    }

    /** Has it read its configuration anew, with new workers. */
    void reload() throws IOException, InterruptedException {
        int exitCode =
                new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid())).start().waitFor();
        if (exitCode != 0) {
            throw new AssertionError("kill -HUP failed");
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
