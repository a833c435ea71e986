package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.net.httpserver.HttpServer;
import io.spate.acceptance.commands.Command.Outcome;
import io.spate.acceptance.commands.Command.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The generator is made the bottleneck on purpose, and says so; left in peace it says nothing. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratorHealthTest {
    private static final Command SPATE = Command.ofThisBuild();
    private static final int INVALID_RUN = 111;
    private static final int REQUESTS_OF_FIVE_SECONDS = 250;

    private final Semaphore requests = new Semaphore(0);
    private HttpServer server;

    @TempDir Path folder;

    @BeforeAll
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    requests.release();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterAll
    void close() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Test
    void aProcessThatWasStoppedTellsOfIt() throws Exception {
        requests.drainPermits();
        try (Running run =
                SPATE.start(folder, "run", url(), "--rate", "50", "-d", "10s", "--strict")) {
            assertThat(requests.tryAcquire(REQUESTS_OF_FIVE_SECONDS, 60, TimeUnit.SECONDS))
                    .isTrue();
            run.signal("STOP");
            assertThat(run.process().waitFor(1_500, TimeUnit.MILLISECONDS)).isFalse();
            run.signal("CONT");

            Outcome outcome = run.await();
            assertThat(outcome.out()).contains("INVALID", "The whole process stood still");
            assertThat(outcome.exitCode()).isEqualTo(INVALID_RUN);
        }
    }

    @Test
    void aLimitOfOpenFilesThatIsTooLowIsNamed() throws Exception {
        List<String> limited = List.of("sh", "-c", "ulimit -n 200; exec \"$0\" \"$@\"");
        try (Running run =
                SPATE.startUnder(
                        limited, folder, "run", url(), "-u", "200", "-i", "2000", "--strict")) {
            Outcome outcome = run.await();

            assertThat(outcome.out())
                    .contains("INVALID", "no more open files (limit: 200)", "ulimit -n");
            assertThat(outcome.exitCode()).isEqualTo(INVALID_RUN);
        }
    }

    @Test
    void aScriptThatHoldsItsLoopMakesStartsLate() throws Exception {
        Files.writeString(
                folder.resolve("Busy.java"),
                """
                import io.spate.script.LoadTest;
                import io.spate.script.TestBuilder;

                public class Busy implements LoadTest {
                    @Override
                    public void define(TestBuilder test) {
                        test.scenario("busy").rate(40).duration("8s").task(user -> {
                            long end = System.nanoTime() + 50_000_000;
                            while (System.nanoTime() < end) {
                                Thread.onSpinWait();
                            }
                        });
                    }
                }
                """);

        Outcome outcome = SPATE.run(folder, "run", "Busy.java", "--workers", "1", "--strict");

        assertThat(outcome.out()).contains("INVALID", "after they were due");
        assertThat(outcome.exitCode()).isEqualTo(INVALID_RUN);
    }

    /** Where others take the machine's cores a warning is right, so there it has three tries. */
    @Test
    void aModestRateIsNoTrouble() throws Exception {
        String last = "";
        for (int i = 0; i < 3; i++) {
            Outcome outcome = SPATE.run(folder, "run", url(), "--rate", "50", "-d", "8s");
            assertThat(outcome.exitCode()).isZero();
            last = outcome.out();
            if (!last.contains("WARNING since") && !last.contains("INVALID")) {
                assertThat(last).contains("was not the bottleneck");
                return;
            }
        }
        assumeFalse(
                last.contains("had no core") || last.contains("stood still"),
                "the machine is busy");
        throw new AssertionError(last);
    }
}
