package io.spate.locust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.spate.locust.stats.FailureEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What public locustfiles rely on, and what Locust itself was seen to do with it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LikeLocustTest {
    private Trial trial;

    @BeforeAll
    void start() throws Exception {
        trial = new Trial();
    }

    @AfterAll
    void stop() {
        trial.close();
    }

    @Test
    void theFastClientNamesRequestsByTheirUrlsAndFailuresByTheirStatus() throws Exception {
        var outcome = trial.run("fast.py", Map.of("users", 1, "run_time", 3));

        assertThat(outcome.entries().keySet())
                .contains("/health", "/nowhere", "/health?_=...")
                .anyMatch(it -> it.matches("http://127.*/health\\?whole"));
        assertThat(outcome.book().errors())
                .extracting(FailureEntry::name, FailureEntry::text)
                .contains(
                        tuple("/nowhere", "LocustBadStatusCode(code=404)"),
                        tuple("named", "LocustBadStatusCode(code=404)"),
                        tuple("nobody", "ConnectionRefusedError(111, 'Connection refused')"),
                        tuple("unknown", "gaierror(-2, 'Name or service not known')"),
                        tuple("asserts", "CatchResponseError('Assertion failed')"),
                        tuple("says", "CatchResponseError('must be empty')"),
                        tuple("down", "CatchResponseError('[Errno 111] Connection refused')"));
        assertThat(text(outcome, "quotes"))
                .startsWith("CatchResponseError('must be empty, response was {\"status\":");
        assertThat(text(outcome, "breaks"))
                .containsPattern("KeyError: .*nothing.* at /.*fast.py:\\d+ in rests. Response was");
        assertThat(text(outcome, "text")).contains("Could not parse response as JSON. <");
        assertThat(trial.log())
                .contains(
                        "404 False URL HOST/nowhere: code=404",
                        "0 None [Errno 111] Connection refused",
                        "sent as application/json",
                        "In order to use a with-block for requests, you must also pass"
                                + " catch_response=True");
    }

    private static String text(Trial.Outcome outcome, String name) {
        return outcome.book().errors().stream()
                .filter(it -> it.name().equals(name))
                .map(FailureEntry::text)
                .findFirst()
                .orElse("");
    }

    @Test
    void listenersSteerUsers() throws Exception {
        var outcome = trial.run("steering.py", Map.of());

        assertThat(outcome.entries()).containsOnlyKeys("good", "bad", "lost");
        assertThat(outcome.entry("good").totalBytes())
                .isEqualTo(7 * outcome.entry("good").requests());
        assertThat(text(outcome, "bad")).isEqualTo("ValueError('in a block')");
        assertThat(text(outcome, "lost"))
                .isEqualTo("HTTPError('404 Client Error: Not Found for url: lost')");
        assertThat(outcome.book().exceptions())
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.message())
                                        .startsWith("No tasks defined on Idle. Use the @task"));
        assertThat(trial.log())
                .contains("Idle had no tasks left after filtering, instantiating it will fail!")
                .anyMatch(it -> it.startsWith("too early\nTraceback"))
                .doesNotContain("never");
    }

    @Test
    void aScriptThatExitsEndsTheRunWithItsCode() throws Exception {
        assertThat(trial.run("exits.py", Map.of("run_time", 60)).code()).isEqualTo(7);
    }

    @Test
    void whatIsSpawnedAndWaitedForIsAsInGevent() throws Exception {
        var outcome = trial.run("greenlets.py", Map.of("users", 3, "run_time", 60));

        assertThat(trial.log()).contains("wrong: []");
        assertThat(outcome.book().exceptions()).isEmpty();
    }

    @Test
    void aShapeAloneSaysHowLongARunTakes() throws Exception {
        var outcome = trial.run("shape.py", Map.of("users", 1, "run_time", 1));

        assertThat(outcome.entry("stop").requests()).isEqualTo(5);
        assertThat(trial.log())
                .contains(
                        "The following option(s) will be ignored: --users, --spawn-rate,"
                                + " --run-time",
                        "Shape test completed, shutting down");
    }

    @Test
    void oddArgumentsAreTakenAsByLocust() throws Exception {
        var outcome = trial.run("odd.py", Map.of("users", 1, "run_time", 20));

        assertThat(trial.log())
                .contains(
                        "raised: TypeError: expected string or bytes-like object, got 'NoneType';"
                                + " TypeError: expected string or bytes-like object, got 'dict';"
                                + " AttributeError: 'NoneType' object has no attribute 'upper';"
                                + " TypeError: expected string or bytes-like object, got 'int'")
                .anyMatch(it -> it.contains("cannot convert float NaN to integer"))
                .anyMatch(it -> it.contains("missing") && it.contains("request_type"));
        assertThat(outcome.entries()).containsOnlyKeys("5", "('a', 1)", "7", "None");
        assertThat(outcome.code()).isNotZero();
    }

    @Test
    void logsInWhereTheServerAsksByDigest() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var asked = CompletableFuture.supplyAsync(() -> asking(server));
            var host = "http://127.0.0.1:" + server.getLocalPort();
            var outcome = trial.run("digest.py", Map.of("users", 1, "run_time", 20, "host", host));

            assertThat(asked.get(10, TimeUnit.SECONDS))
                    .satisfiesExactly(
                            first -> assertThat(first).doesNotContain("Authorization"),
                            second ->
                                    assertThat(second)
                                            .startsWith("GET /door?x=1 HTTP/1.1")
                                            .contains("Digest username=\"me\"")
                                            .doesNotContain("hidden"));
            assertThat(outcome.entry("/door?x=1").requests()).isEqualTo(1);
            assertThat(outcome.entry("/door?x=1").failures()).isZero();
        }
    }

    /** Asks the first request who it is and lets the second one in; both of them. */
    private static List<String> asking(ServerSocket server) {
        var heads = new ArrayList<String>();
        for (var status :
                List.of("401 Who\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\"", "200 OK")) {
            try (var socket = server.accept()) {
                var head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    head.append((char) socket.getInputStream().read());
                }
                heads.add(head.toString());
                var answer = "HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return heads;
    }

    @Test
    void aRunHasALengthWhereNoShapeDecides() throws Exception {
        var options = trial.options(Map.of("run_time", 1.5));
        try (var shaped = trial.load(Trial.file("shape.py"));
                var plain = trial.load(Trial.file("greenlets.py"))) {
            shaped.setup(options);
            plain.setup(options);

            assertThat(shaped.length()).isEmpty();
            assertThat(plain.length()).contains(Duration.ofMillis(1_500));
        }
    }

    @Test
    void aMissingPackageIsToldWithWhatToDo(@TempDir Path folder) throws Exception {
        var pure = Files.writeString(folder.resolve("pure.py"), "import locust, wanted.part\n");
        var own = Files.writeString(folder.resolve("own.py"), "import numpy\n");

        assertThat(catchThrowableOfType(LocustException.class, () -> trial.load(pure)))
                .hasMessageContaining("ModuleNotFoundError: No module named 'wanted'")
                .hasMessageContaining("pip install --target packages");
        assertThat(catchThrowableOfType(LocustException.class, () -> trial.load(own)))
                .hasMessageEndingWith("spate check names the lines that need it");
    }
}
