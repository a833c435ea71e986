package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of a result, by whole commands. */
class NoticesTest {
    private FakeProcess process;
    private HeaderServer target;
    private HeaderServer chat;

    @BeforeEach
    void enter(@TempDir Path folder) throws Exception {
        process = new FakeProcess(folder);
        target = new HeaderServer("503 Busy");
        chat = new HeaderServer("200 OK");
    }

    @AfterEach
    void leave() throws Exception {
        target.close();
        chat.close();
    }

    private FakeProcess.Outcome run(FakeProcess in, String... more) {
        var arguments = new ArrayList<>(List.of("run", target.url(), "-i", "9"));
        arguments.addAll(List.of("-t", "http_req_failed=rate<0.01"));
        arguments.addAll(List.of(more));
        return in.run(arguments.toArray(String[]::new));
    }

    @Test
    void slackIsToldOnceWithVerdictViolationsAndLink() {
        var outcome =
                run(
                        process.with("SLACK_WEBHOOK_URL", chat.url() + "/services/T0/B0/s3cr3t")
                                .with("GITHUB_REPOSITORY", "me/shop")
                                .with("GITHUB_RUN_ID", "42")
                                .with("ENVIRONMENT", "production"),
                        "--json",
                        "results.json");

        assertThat(outcome.exitCode()).isEqualTo(99);
        assertThat(chat.bodies())
                .singleElement()
                .asString()
                .contains("❌ FAILED: " + target.url() + " (production)")
                .contains("• Error rate 100% exceeds threshold 1%")
                .contains("\"url\":\"https://github.com/me/shop/actions/runs/42\"");
        assertThat(chat.lines()).contains("POST /services/T0/B0/s3cr3t HTTP/1.1");
        assertThat(outcome.err()).contains("message to Slack", "Told Slack of the result");
        assertThat(outcome.err() + outcome.out()).doesNotContain("s3cr3t");
    }

    @Test
    void anyProgramIsToldInJson() {
        var outcome =
                run(
                        process,
                        "--notify",
                        chat.url() + "/hook?token=s3cr3t",
                        "--report-url",
                        "https://reports.test/7");

        assertThat(chat.bodies())
                .singleElement()
                .asString()
                .contains("\"event\":\"load_test_finished\",\"status\":\"FAILED\",\"passed\":false")
                .contains("\"violations\":[\"Error rate 100% exceeds threshold 1%\"]")
                .contains("\"requests\":9,\"failures\":9", "\"link\":\"https://reports.test/7\"");
        assertThat(chat.lines()).contains("POST /hook?token=s3cr3t HTTP/1.1");
        assertThat(outcome.err()).contains("Told 127.0.0.1 of the result").doesNotContain("s3cr3t");
    }

    @Test
    void aReceiverThatFailsIsTriedAgainAndSaidAndCostsNothingElse() throws Exception {
        var outcome =
                run(
                        process.with("SLACK_WEBHOOK_URL", target.url() + "/s3cr3t"),
                        "--json",
                        "results.json");

        assertThat(outcome.exitCode()).isEqualTo(99);
        assertThat(target.lines().stream().filter(it -> it.startsWith("POST /s3cr3t"))).hasSize(3);
        assertThat(outcome.err())
                .contains("spate: Slack was not told of the result: answers with HTTP 503")
                .doesNotContain("s3cr3t");
        assertThat(process.read("results.json")).contains("\"passed\" : false");
    }

    @Test
    void aReceiverThatSaysNoIsNotAskedAgain() throws Exception {
        try (var gone = new HeaderServer("404 Not Found")) {
            var outcome = run(process, "--notify", gone.url() + "/hook");

            assertThat(gone.bodies()).hasSize(1);
            assertThat(outcome.err()).contains("127.0.0.1 was not told", "HTTP 404");
        }
    }

    @Test
    void anAddressThatIsNoneIsToldBeforeTheRunAndNotShown() {
        for (var wrong :
                new String[] {"hooks.slack.test/s3cr3t", "ftp://x/s3cr3t", "ht tp://s3cr3t"}) {
            var outcome = run(process.with("SLACK_WEBHOOK_URL", wrong));

            assertThat(outcome.exitCode()).isEqualTo(104);
            assertThat(outcome.err())
                    .contains("SLACK_WEBHOOK_URL is no address")
                    .doesNotContain("s3cr3t");
            assertThat(target.lines()).isEmpty();
        }
    }
}
