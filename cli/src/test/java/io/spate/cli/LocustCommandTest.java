package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.cli.FakeProcess.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code spate locust} as a whole, against the demo shop. */
@Timeout(120)
class LocustCommandTest extends WithShop {
    private static final String FILE =
            """
            from locust import HttpUser, constant, task

            class Visitor(HttpUser):
                wait_time = constant(0.1)

                @task
                def visit(self):
                    self.client.get("/health")

            class Lost(HttpUser):
                wait_time = constant(0.1)

                @task
                def stray(self):
                    self.client.get("/nowhere")
            """;

    private Outcome locust(String... arguments) throws Exception {
        var process = new FakeProcess(folder).with("HOSTNAME", "here");
        process.write("locustfile.py", FILE);
        var line = new String[arguments.length + 1];
        line[0] = "locust";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return process.run(line);
    }

    @Test
    void runsWithoutAPageAndWritesEveryFile() throws Exception {
        var outcome =
                locust(
                        "--headless",
                        "-u",
                        "2",
                        "-r",
                        "2",
                        "-t",
                        "3s",
                        "--host",
                        shop.url(),
                        "--csv",
                        "out/run",
                        "--html",
                        "run_{u}.html",
                        "--json-file",
                        "run",
                        "Visitor");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        var lines = outcome.err().lines().toList();
        assertThat(lines)
                .anyMatch(
                        it ->
                                it.matches(
                                        "\\[\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}] here/INFO/locust\\.main: Run"
                                                + " time limit set to 3 seconds"))
                .anyMatch(it -> it.endsWith("All users spawned: {\"Visitor\": 2} (2 total users)"))
                .anyMatch(it -> it.startsWith("GET      /health   "))
                .anyMatch(it -> it.startsWith("Response time percentiles (approximated)"))
                .noneMatch(it -> it.startsWith("Error report"));
        var process = new FakeProcess(folder);
        assertThat(process.read("out/run_stats.csv"))
                .contains("\r\nGET,/health,", "\r\n,Aggregated,");
        assertThat(process.read("out/run_stats_history.csv").lines()).hasSizeGreaterThan(2);
        assertThat(process.read("out/run_failures.csv").lines()).hasSize(1);
        assertThat(process.read("out/run_exceptions.csv").lines()).hasSize(1);
        assertThat(process.read("run_2.html")).contains("Request Statistics", "/health");
        assertThat(process.read("run.json")).contains("\"name\": \"/health\"");
    }

    @Test
    void failuresEndWithTheCodeThatIsAskedFor() throws Exception {
        var outcome =
                locust(
                        "--headless",
                        "-t",
                        "2s",
                        "-H",
                        shop.url(),
                        "--only-summary",
                        "--exit-code-on-error",
                        "7",
                        "Lost");

        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(outcome.err())
                .contains(
                        "Error report",
                        "GET /nowhere: HTTPError('404 Client Error: Not Found for url: /nowhere')");
        assertThat(outcome.err().lines().filter(it -> it.startsWith("Type     Name"))).hasSize(2);
    }

    @Test
    void saysWhatIsNotThere() throws Exception {
        assertThat(locust("--master").err()).contains("--master", "not there");
        assertThat(locust("--headless", "-f", "other.py").err())
                .contains("Could not find 'other.py'");
        assertThat(locust("--headless", "-H", shop.url(), "Nobody").err())
                .contains("Unknown User(s): Nobody");
    }

    @Test
    void endsAsAFileAsksForThatEndsItself() throws Exception {
        var process = new FakeProcess(folder);
        process.write("needs.py", "import sys\nprint('set TARGET')\nsys.exit(3)\n");
        process.write("says.py", "import sys\nsys.exit('set TARGET')\n");

        var silent = process.run("locust", "-f", "needs.py", "--headless");
        var told = process.run("locust", "-f", "says.py", "--headless");

        assertThat(silent.exitCode()).isEqualTo(3);
        assertThat(silent.err()).doesNotContain("Traceback");
        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.err()).contains("set TARGET").doesNotContain("Traceback");
    }

    @Test
    void listsClasses() throws Exception {
        assertThat(locust("--list").err()).contains("Available Users:\n    Visitor\n    Lost\n");
        assertThat(locust("--show-task-ratio").out())
                .contains(" 50.0       Visitor", "   100.0      visit");
    }
}
