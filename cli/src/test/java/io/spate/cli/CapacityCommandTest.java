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

    /** Two places of 50 ms each are 40 requests per second. */
    @Test
    void theCapacityOfAShopIsFoundAndReported() throws Exception {
        var options =
                DemoOptions.defaults().withLatency(Latency.parse("constant:50ms")).withCapacity(2);
        try (var shop = DemoShop.start(options)) {
            var outcome =
                    new FakeProcess(folder)
                            .run(
                                    "capacity",
                                    shop.url() + "/api/health",
                                    "--slo=p99<200ms",
                                    "--slo=rate<0.1%",
                                    "--from=25",
                                    "--to=50",
                                    "--precision=0.5",
                                    "--settle=1s",
                                    "--step-duration=2s",
                                    "--json=results.json",
                                    "--html=report.html");

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.out()).contains("CAPACITY").contains("The target bears 25.0/s");
            assertThat(outcome.err()).contains("climb").contains("broken").contains("confirm");
            var results = ResultsJson.read(folder.resolve("results.json"));
            var capacity = results.capacity().orElseThrow();
            assertThat(capacity.status()).isEqualTo("found");
            assertThat(capacity.unit()).isEqualTo("1/s");
            assertThat(capacity.low()).isBetween(20.0, 45.0);
            assertThat(capacity.broken().getFirst().objective())
                    .isEqualTo("http_req_response_time: p(99)<200");
            assertThat(results.ending()).isEqualTo("completed");
            assertThat(results.findings()).isEmpty();
            assertThat(folder.resolve("report.html")).isNotEmptyFile();
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
