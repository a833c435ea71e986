package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code spate run --repeat} and {@code spate ab}, against the demo. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatTest {
    @TempDir private Path folder;

    private DemoShop shop;

    @BeforeAll
    void start() throws Exception {
        shop = DemoShop.start(DemoOptions.defaults());
    }

    @AfterAll
    void stop() {
        shop.close();
    }

    private FakeProcess.Outcome run(String... arguments) {
        return new FakeProcess(folder).run(arguments);
    }

    @Test
    void runsOneTestSeveralTimes() throws Exception {
        var outcome =
                run(
                        "run",
                        shop.url() + "/health",
                        "--repeat=3",
                        "-n",
                        "50",
                        "-q",
                        "--json",
                        folder.resolve("results.json").toString(),
                        "--repeat-report",
                        "runs.json",
                        "-t",
                        "http_req_failed=rate<0.5");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("run 1 of 3: ", "run 3 of 3: ");
        assertThat(outcome.out())
                .contains("3 of 3 runs of " + shop.url() + "/health")
                .contains("requests  req/s", "mean", "CV")
                .contains("too short to tell");
        for (int i = 1; i <= 3; i++) {
            assertThat(folder.resolve("results-" + i + ".json")).exists();
        }
        var runs = JsonMapper.shared().readTree(Files.readString(folder.resolve("runs.json")));
        assertThat(runs.path("runs").size()).isEqualTo(3);
        assertThat(runs.path("runs").get(2).path("requests").intValue()).isEqualTo(50);
        assertThat(runs.path("variants").get(0).path("p95_ms").path("variation").isNumber())
                .isTrue();
    }

    @Test
    void judgesEachRun() {
        var outcome =
                run(
                        "run",
                        shop.url() + "/health",
                        "--repeat",
                        "2",
                        "-n",
                        "5",
                        "-q",
                        "-t",
                        "http_req_duration=p(95)<0.000001");

        assertThat(outcome.exitCode()).isEqualTo(99);
        assertThat(outcome.out()).contains("thresholds crossed");
    }

    @Test
    void comparesTwoTestsInTurns() throws Exception {
        var outcome =
                run(
                        "ab",
                        shop.url() + "/health",
                        shop.url() + "/missing",
                        "--repeat",
                        "3",
                        "--repeat-seed",
                        "5",
                        "-n200",
                        "-q",
                        "--repeat-report",
                        "ab.json");

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(99);
        assertThat(outcome.err()).contains("--repeat-seed 5 has it again").contains("run 6 of 6: ");
        assertThat(outcome.out()).contains("REGRESSED: ", "error rate", "CV A", "CV B");
        var ab = JsonMapper.shared().readTree(Files.readString(folder.resolve("ab.json")));
        assertThat(ab.path("comparison").path("verdict").stringValue()).isEqualTo("REGRESSED");
        var variants =
                ab.path("runs").valueStream().map(it -> it.path("variant").stringValue()).toList();
        for (int round = 0; round < 6; round += 2) {
            assertThat(variants.subList(round, round + 2)).containsExactlyInAnyOrder("A", "B");
        }
    }

    @Test
    void comparesOneTestAtTwoTargetsWithFlagsOfTheirOwn() {
        var outcome =
                run(
                        "ab",
                        shop.url() + "/health",
                        "--a",
                        "--header 'X-Of: a b' -n 20",
                        "-n",
                        "10",
                        "--b=-n 30",
                        "--repeat=1",
                        "-q");

        assertThat(outcome.exitCode()).as(outcome.err() + outcome.out()).isIn(0, 99);
        assertThat(outcome.out()).containsPattern("A1\\s+20 ").containsPattern("B1\\s+30 ");
    }

    @Test
    void saysWhatIsWrongBeforeAnythingRuns() {
        wrong("A and B are the same test", "ab", "x.yml");
        wrong("takes one or two tests, not 3", "ab", "a.yml", "b.yml", "c.yml");
        wrong("--nonsense", "ab", "a.yml", "b.yml", "--nonsense");
        wrong("the quote ' in", "ab", "a.yml", "--b", "--header 'X");
        wrong("--repeat must be 1 to 1,000, not 0", "run", "a.yml", "--repeat", "0");
        wrong(
                "--min-effect 0: expected a share above 0",
                "ab",
                "a.yml",
                "b.yml",
                "--min-effect",
                "0");
        assertThat(run("run", "a.yml", "--repeat", "2").err())
                .isEqualTo("run 1 of 2: a.yml\nspate: a.yml: there is no such file\n");
        assertThat(run("ab", "--help").out()).contains("spate ab PLAN_A [PLAN_B]", "--target-b");
    }

    private void wrong(String message, String... arguments) {
        var outcome = run(arguments);
        assertThat(outcome.exitCode()).as(String.join(" ", arguments)).isEqualTo(104);
        assertThat(outcome.err()).contains(message).startsWith("spate: ").doesNotContain("fault");
    }
}
