package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AnalyzeTest {
    private static final String STATS =
            """
            Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%
            GET,/a,90,0,12,14.5,1.5,80.25,10.0,9.0,0.0,12,13,14,15,20,25,30,40,80,80,80
            POST,"/b|c",10,5,100,120.0,50.0,300.0,10.0,1.0,0.5,100,110,120,130,200,250,290,300,300,300,300
            ,Aggregated,100,5,13,25.05,1.5,300.0,10.0,10.0,0.5,13,14,15,20,50,100,200,250,300,300,300
            """;
    private static final String JTL =
            """
            timeStamp,elapsed,label,responseCode,responseMessage,success
            1609459200000,100,Home,200,OK,true
            1609459201000,250,Pay,500,Error,false
            1609459202000,150,Home,200,OK,true
            """;

    @TempDir private Path folder;

    private FakeProcess process;

    @BeforeEach
    void write() throws IOException {
        process = new FakeProcess(folder);
        process.write("stats.csv", STATS);
        process.write("results.jtl", JTL);
    }

    @Test
    void showsEachEndpoint() {
        var outcome = process.run("analyze", "stats.csv");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        stats.csv  Locust's _stats.csv, 10s

                                      requests  failures  success  req/s     avg  median    p90    p95    p99     max
                          GET /a            90         0  100.00%    9.0  14.5ms    12ms   20ms   25ms   40ms  80.2ms
                          POST /b|c         10         5   50.00%    1.0   120ms   100ms  200ms  250ms  300ms   300ms
                          Aggregated       100         5   95.00%   10.0    25ms    13ms   50ms  100ms  250ms   300ms
                        """);
    }

    @Test
    void showsSamplesOverTimeAndWhatFailed() {
        var outcome = process.run("analyze", "results.jtl");

        assertThat(outcome.out())
                .contains("Home", "Pay", "Aggregated")
                .contains("failures\n         1  Pay: Error\n")
                .contains("over time\n  req/s");
        assertThat(
                        process.run("analyze", "results.jtl", "--from", "1s", "--endpoint", "home")
                                .out())
                .contains("Home               1")
                .doesNotContain("Pay");
    }

    @Test
    void printsWhatScriptsReadOutOfLocustsFiles() {
        var blocks = process.run("analyze", "stats.csv", "--blocks");

        assertThat(blocks.out())
                .contains(
                        """

                        /a
                          Requests: 90
                          Failures: 0
                          Success Rate: 100.00%
                          Median (ms): 12.0
                          P95 (ms): 25.0
                        """);
        assertThat(process.run("analyze", "stats.csv", "--csv").out())
                .startsWith(
                        "Type,Name,Requests,Failures,Success Rate,Median,Average,Min,Max,Requests/s")
                .contains("\nGET,/a,90,0,100,12,14.5,1.5,80.25,9,0,12,")
                .contains("\n,Total,100,5,95,13,");
    }

    @Test
    void printsJsonAndMarkdown() {
        var json =
                JsonMapper.shared().readTree(process.run("analyze", "stats.csv", "--json").out());
        assertThat(json.path("success_rate").doubleValue()).isEqualTo(0.95);
        assertThat(json.path("p95_latency").doubleValue()).isEqualTo(100);
        assertThat(json.path("endpoints").get(1).path("failures").intValue()).isEqualTo(5);
        var both = process.run("analyze", "stats.csv", "results.jtl", "--json").out();
        assertThat(JsonMapper.shared().readTree(both).size()).isEqualTo(2);

        assertThat(process.run("analyze", "stats.csv", "--markdown").out())
                .contains("|  | requests | failures |", "| POST /b\\|c | 10 | 5 | 50.00% |");
    }

    @Test
    void writesAPageOfAllFiles() throws IOException {
        var outcome = process.run("analyze", "stats.csv", "results.jtl", "--html", "page.html");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("stats.csv  Locust's _stats.csv");
        assertThat(process.read("page.html"))
                .contains("{\"files\":[{\"file\":\"stats.csv\"", "\"file\":\"results.jtl\"");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        process.write("broken.csv", STATS.replace(",90,", ",many,"));
        process.write("cut.csv", STATS.substring(0, STATS.indexOf("Aggregated") + 5));

        var broken = process.run("analyze", "broken.csv");
        assertThat(broken.exitCode()).isEqualTo(104);
        assertThat(broken.err())
                .startsWith("spate: broken.csv:2: Request Count is 'many', which is not a number.");
        assertThat(process.run("analyze", "missing.csv").err())
                .isEqualTo("spate: missing.csv: this file is not there. Look for a misspelling.\n");
        assertThat(process.run("analyze", "cut.csv").err())
                .isEqualTo("spate: cut.csv: the file is cut off in line 4: read up to there\n");
        assertThat(process.run("analyze", "stats.csv", "--from", "1s").err())
                .contains("has figures of the whole run");
        assertThat(process.run("analyze", "results.jtl", "--endpoint", "nothing").err())
                .contains("no request is left to look at");
        assertThat(process.run("analyze", "results.jtl", "--from", "2s", "--to", "1s").err())
                .contains("--from must be before --to");
    }
}
