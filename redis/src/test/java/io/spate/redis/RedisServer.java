package io.spate.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A Redis of a test's own, without a file of data. */
record RedisServer(Process process, int port) implements AutoCloseable {
    private static final int PATIENCE = 400;
    private static final Path PROGRAM = Path.of("/usr/bin/redis-server");

    /** A port that nothing listens on. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static RedisServer start(Path folder, String... more) throws Exception {
        return start(folder, freePort(), more);
    }

    /** The test is skipped where Redis is not installed. */
    static RedisServer start(Path folder, int port, String... more) throws Exception {
        var line = new ArrayList<>(List.of(more));
        line.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--save", ""));
        return begin(folder, port, line);
    }

    /** A sentinel that watches a master. */
    static RedisServer sentinel(Path folder, String name, int master) throws Exception {
        int port = freePort();
        var conf = folder.resolve("sentinel.conf");
        Files.writeString(
                conf,
                """
                port %d
                bind 127.0.0.1
                sentinel monitor %s 127.0.0.1 %d 1
                """
                        .formatted(port, name, master));
        return begin(folder, port, List.of(conf.toString(), "--sentinel"));
    }

    private static RedisServer begin(Path folder, int port, List<String> arguments)
            throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM), "redis-server is not installed: ./test installs it");
        var command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(arguments);
        var log = folder.resolve("redis-%d.log".formatted(port));
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        var server = new RedisServer(process, port);
        for (int i = 0; !server.listens(); i++) {
            if (i == PATIENCE || !process.isAlive()) {
                server.close();
                throw new AssertionError(Files.readString(log));
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

    Address address() {
        return new Address("127.0.0.1", port);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
