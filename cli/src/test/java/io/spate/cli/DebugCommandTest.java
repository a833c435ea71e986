package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.demo.Latency;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code spate debug} shows of a test, against a shop in this process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebugCommandTest {
    private DemoShop shop;
    private FakeProcess process;

    @BeforeAll
    void open() {
        shop = DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("none")));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @BeforeEach
    void enter(@TempDir Path folder) {
        process = new FakeProcess(folder);
    }

    private String test(String scenarios) throws Exception {
        return process.write("shop.yml", "target: " + shop.url() + "\nscenarios:\n" + scenarios);
    }

    private String shopper() throws Exception {
        return test(
                """
                  shopper:
                    users: 50
                    duration: 1h
                    steps:
                      - post: /api/auth/login
                        json: {username: test, password: password}
                        extract: {token: $.token}
                        check: {status: 200}
                      - get: /api/users
                        headers: {Authorization: "Bearer ${token}"}
                """);
    }

    @Test
    void oneUserRunsOnceAndAllIsShown() throws Exception {
        var outcome = process.run("debug", shopper());

        assertThat(outcome.out())
                .contains(
                        "1. /api/auth/login",
                        "> POST /api/auth/login HTTP/1.1",
                        "> {\"username\":\"test\"",
                        "< HTTP/1.1 200 OK",
                        "waiting",
                        "  ✓ status is 200",
                        "2. /api/users",
                        "2 requests, 0 failed; 1 checks, 0 failed");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void secretsAreMaskedUnlessAskedFor() throws Exception {
        var masked = process.run("debug", shopper());

        assertThat(masked.out())
                .contains("\"password\":\"***\"", "> Authorization: Bearer ***", "  token = ***")
                .doesNotContain("Bearer ey");
        assertThat(process.run("debug", shopper(), "--show-secrets").out())
                .contains("\"password\":\"password\"")
                .doesNotContain("***");
    }

    @Test
    void whatFailsIsSaidAndEndsWithOne() throws Exception {
        var file =
                test(
                        """
                          lost:
                            steps:
                              - get: /nowhere
                                check: {status: 200}
                        """);

        var outcome = process.run("debug", file);

        assertThat(outcome.out())
                .contains("< HTTP/1.1 404", "  failed: status", "  ✗ status is 200")
                .contains("1 requests, 1 failed; 1 checks, 1 failed");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void scenariosAreChosenByNameAndRunOneAfterAnother() throws Exception {
        var file =
                test(
                        """
                          health:
                            rate: 100
                            duration: 1m
                            steps: [get: /health]
                          products:
                            users: 5
                            duration: 1m
                            steps: [get: /api/products]
                        """);

        assertThat(process.run("debug", file).out())
                .containsSubsequence("1. /health", "2. /api/products", "2 requests");
        assertThat(process.run("debug", file, "--scenario", "health", "-i", "3").out())
                .contains("3. /health", "3 requests")
                .doesNotContain("/api/products");
        assertThat(process.run("debug", file, "--scenario", "helth").err())
                .contains("there is no scenario \"helth\"", "did you mean \"health\"?");
    }

    @Test
    void anErrorOfTheScriptIsShownWithItsPlace() throws Exception {
        var file =
                process.write(
                        "Broken.java",
                        """
                        import io.spate.script.*;

                        public class Broken implements LoadTest {
                            public void define(TestBuilder test) {
                                test.baseUrl("%s");
                                test.scenario("s").task(user -> user.get("/health").send().json("$.no"));
                            }
                        }
                        """
                                .formatted(shop.url()));

        var outcome = process.run("debug", file);

        assertThat(outcome.out()).contains("1. /health", "no value at $.no", "(Broken.java:6)");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }
}
