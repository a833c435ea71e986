package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.demo.Latency;
import io.spate.report.json.ResultsJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityCommandTest {
    @TempDir Path folder;

    /**
     * Loads that are so low, and an objective that is so loose, that a busy machine changes
     * nothing; whether a limit is found is for the search's own tests.
     */
    @Test
    void aSearchChangesTheLoadOfARunAndReportsWhatHeld() throws Exception {
        var options = DemoOptions.defaults().withLatency(Latency.parse("constant:5ms"));
        try (var shop = DemoShop.start(options)) {
            var outcome =
                    new FakeProcess(folder)
                            .run(
                                    "capacity",
                                    shop.url() + "/api/health",
                                    "--slo=p99<20s",
                                    "--slo=rate<50%",
                                    "--from=20",
                                    "--to=40",
                                    "--settle=1s",
                                    "--step-duration=2s",
                                    "--json=results.json",
                                    "--html=report.html");

            assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(112);
            assertThat(outcome.out()).contains("CAPACITY").contains("bears 40.0/s and more");
            assertThat(outcome.err()).contains("climb").contains("held").contains("confirm");
            var results = ResultsJson.read(folder.resolve("results.json"));
            var capacity = results.capacity().orElseThrow();
            assertThat(capacity.status()).isEqualTo("not_reached");
            assertThat(capacity.unit()).isEqualTo("1/s");
            assertThat(capacity.objectives())
                    .containsExactly(
                            "http_req_response_time: p(99)<20000", "http_req_failed: rate<0.5");
            assertThat(capacity.trials()).extracting(it -> it.load()).contains(20.0, 40.0);
            assertThat(results.ending()).isEqualTo("completed");
            assertThat(results.findings()).isEmpty();
            assertThat(folder.resolve("report.html")).isNotEmptyFile();
        }
    }

    @Test
    void objectivesOfAnEnvironmentAreThoseOfTheSearch() throws Exception {
        var process = new FakeProcess(folder);
        process.write(
                "slo.yml",
                """
                thresholds: {latency: {p99: 20s}, throughput: 100000}
                environments: {staging: {thresholds: {error_rate: 50}}}
                load_test: {endpoints: {/api/health: 1}}
                """);
        try (var shop = DemoShop.start(DemoOptions.defaults())) {
            var outcome =
                    process.run(
                            "capacity",
                            "--target",
                            shop.url(),
                            "--config=slo.yml",
                            "--from=20",
                            "--to=20",
                            "--settle=1s",
                            "--step-duration=2s",
                            "--json=results.json");

            assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(112);
            assertThat(outcome.out()).contains("bears 20.0/s and more");
            assertThat(outcome.err())
                    .contains("objectives of staging")
                    .contains("'http_reqs: rate>=100000' is no objective of a search");
            var results = ResultsJson.read(folder.resolve("results.json"));
            assertThat(results.environment()).isEqualTo("staging");
            assertThat(results.capacity().orElseThrow().objectives())
                    .containsExactlyInAnyOrder(
                            "http_req_duration: p(99)<20000", "http_req_failed: rate<=0.5");
        }
    }

    @Test
    void whatCannotBeSearchedForIsToldBeforeAnyLoad() {
        var process = new FakeProcess(folder);

        var nothing = process.run("capacity", "http://127.0.0.1:1/");
        assertThat(nothing.exitCode()).isEqualTo(104);
        assertThat(nothing.err()).contains("--slo 'p(99)<250ms'");

        var wrong =
                process.run(
                        "capacity",
                        "http://127.0.0.1:1/",
                        "--slo=p99<1s",
                        "--slo=rats<1",
                        "--slo=http_reqs: p(95)<3");
        assertThat(wrong.exitCode()).isEqualTo(104);
        assertThat(wrong.err()).contains("rats").contains("http_reqs");

        var range =
                process.run(
                        "capacity",
                        "http://127.0.0.1:1/",
                        "--slo=p99<1s",
                        "--from=10",
                        "--to=5",
                        "--precision=2",
                        "--step-duration=1s");
        assertThat(range.exitCode()).isEqualTo(104);
        assertThat(range.err())
                .contains("--to")
                .contains("--precision")
                .contains("--step-duration");
    }
}
