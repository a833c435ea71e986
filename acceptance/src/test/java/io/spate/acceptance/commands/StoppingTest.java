package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.commands.Command.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How commands end: when they are told to, and when the target would keep them for ever. */
@Timeout(120)
class StoppingTest {
    private static final Command SPATE = Command.ofThisBuild();

    @TempDir Path folder;

    /** A server that accepts and never answers. */
    private static final class HungServer implements AutoCloseable {
        private final ServerSocket listener;
        private final List<Socket> accepted = new ArrayList<>();
        private final Semaphore requests = new Semaphore(0);

        HungServer() throws IOException {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().start(this::accept);
        }

        private void accept() {
            try {
                while (true) {
                    Socket socket = listener.accept();
                    accepted.add(socket);
                    Thread.ofVirtual().start(() -> read(socket));
                }
            } catch (SocketException _) {
                // Closed.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void read(Socket socket) {
            try {
                if (socket.getInputStream().read() >= 0) {
                    requests.release();
                }
            } catch (IOException _) {
                // The client went away.
            }
        }

        void awaitRequest() throws InterruptedException {
            assertThat(requests.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        }

        String url() {
            return "http://127.0.0.1:" + listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            listener.close();
            for (Socket socket : accepted) {
                socket.close();
            }
        }
    }

    @Test
    void oneCtrlCLetsIterationsEndAndReports() throws Exception {
        try (Command.Running shop = serve();
                Command.Running run =
                        SPATE.start(folder, "run", urlOf(shop), "-u", "2", "-d", "10m")) {
            run.awaitText("running 0m05s");
            run.signal("INT");
            Outcome outcome = run.await();

            assertThat(outcome.exitCode()).isEqualTo(105);
            assertThat(outcome.err()).contains("Stopping; press Ctrl-C again to stop at once.");
            assertThat(outcome.out())
                    .contains("http_reqs", "GET /health", "INTERRUPTED")
                    .doesNotContain("ERRORS");
        }
    }

    @Test
    void twoCtrlCsEndAtOnceAndReport() throws Exception {
        try (HungServer server = new HungServer();
                Command.Running run = SPATE.start(folder, "run", patient(server.url()))) {
            server.awaitRequest();
            run.signal("INT");
            run.awaitText("Stopping; press Ctrl-C again");
            run.signal("INT");
            Outcome outcome = run.await();

            assertThat(outcome.exitCode()).isEqualTo(105);
            assertThat(outcome.out()).contains("vus_max", "INTERRUPTED");
        }
    }

    @Test
    void aHungTargetDoesNotKeepARunBeyondItsGracefulStop() throws Exception {
        try (HungServer server = new HungServer()) {
            Outcome outcome =
                    SPATE.run(
                            folder, "run", server.url(), "-u", "3", "-d", "1s", "--timeout", "20m");

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out()).contains("interrupted_iterations");
            assertThat(outcome.err()).contains("cut off 3");
        }
    }

    @Test
    void theShopEndsWhenToldAndFreesItsPort() throws Exception {
        try (Command.Running shop = serve()) {
            int port = Integer.parseInt(urlOf(shop).replaceAll("\\D*127.0.0.1:(\\d+)/.*", "$1"));
            shop.signal("TERM");
            Outcome outcome = shop.await();

            assertThat(outcome.exitCode()).isIn(0, 143);
            assertThat(outcome.err()).isEmpty();
            try (ServerSocket again = new ServerSocket()) {
                again.setReuseAddress(true);
                again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            }
        }
    }

    /** A test whose graceful stop alone is longer than a command may take here. */
    private String patient(String url) throws IOException {
        Path file = folder.resolve("patient.yml");
        Files.writeString(
                file,
                """
                target: %s
                timeout: 20m
                scenarios:
                  hang:
                    users: 2
                    duration: 10m
                    gracefulStop: 10m
                    steps:
                      - get: /
                """
                        .formatted(url));
        return file.toString();
    }

    private Command.Running serve() throws Exception {
        Command.Running shop = SPATE.start(folder, "demo", "--serve");
        shop.awaitText("The demo shop listens on ");
        return shop;
    }

    private static String urlOf(Command.Running shop) throws IOException {
        Matcher matcher = Pattern.compile("http://[\\d.:]+").matcher(shop.out());
        assertThat(matcher.find()).isTrue();
        return matcher.group() + "/health";
    }
}
