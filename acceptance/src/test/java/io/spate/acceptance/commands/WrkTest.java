package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.spate.acceptance.commands.Command.Outcome;
import io.spate.acceptance.commands.Command.Running;
import io.spate.acceptance.reliability.RawServer;
import io.spate.acceptance.reliability.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code spate wrk} beside the real wrk: the same lines, the same server, the same layout. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrkTest {
    private static final Command SPATE = Command.ofThisBuild();
    private static final String RESPONSE =
            "HTTP/1.1 200 OK\r\nX-Token: t\r\nContent-Length: 5\r\n\r\nhello";
    private static final String TIME = "\\d+\\.\\d\\d(us|ms|s|m|h)";
    private static final String NUMBER = "\\d+\\.\\d\\d[kM]?";
    private static final String STATISTICS =
            """
              Thread Stats   Avg      Stdev     Max   \\+/- Stdev
                Latency   (?=.{27} {2,}\\S)\\s*TIME\\s+TIME\\s+TIME\\s+\\d+\\.\\d\\d%
                Req/Sec   (?=.{27} {2,}\\S)\\s*NUMBER\\s+NUMBER\\s+NUMBER\\s+\\d+\\.\\d\\d%
            """;
    private static final String PERCENTILES =
            """
              Latency Distribution
                 50% .{8}[um ]?.?
                 75% .{8}[um ]?.?
                 90% .{8}[um ]?.?
                 99% .{8}[um ]?.?
            """;
    private static final String FOOT =
            """
              \\d+ requests in TIME, \\d+\\.\\d\\d[KMG]?B read
            Requests/sec: +\\d+\\.\\d\\d
            Transfer/sec: +\\d+\\.\\d\\d[KMG]?B
            """;

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // start() comes before any test
    private RawServer server;

    @BeforeAll
    void start() {
        server = RawServer.start(WrkTest::answer);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static void answer(Wire wire) throws IOException {
        while (true) {
            wire.request().send(RESPONSE);
        }
    }

    private Outcome spate(String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("wrk"));
        all.addAll(List.of(arguments));
        return SPATE.run(folder, all.toArray(String[]::new));
    }

    private Outcome wrk(String... arguments) throws IOException, InterruptedException {
        assumeThat(isInstalled()).as("wrk is not installed: apt-get install wrk").isTrue();
        var command = new ArrayList<>(List.of("wrk"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "wrk", ".out");
        Path err = Files.createTempFile(folder, "wrk", ".err");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(it -> Files.isExecutable(Path.of(it, "wrk")));
    }

    private void awaitRequest() throws InterruptedException {
        int before = server.requests();
        for (int i = 0; server.requests() == before && i < 1_000; i++) {
            Thread.sleep(20);
        }
    }

    private static Pattern layout(String... parts) {
        return Pattern.compile(
                String.join("", parts).replace("TIME", TIME).replace("NUMBER", NUMBER));
    }

    private static double figure(String label, String out) {
        Matcher matcher = Pattern.compile(label + " +([\\d.]+)").matcher(out);
        assertThat(matcher.find()).as(label + " in " + out).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void theOutputHasWrksLayoutAndPlausibleFigures() throws Exception {
        String[] line = {"-t2", "-c4", "-d1s", "--latency", server.url() + "/"};
        String head =
                "Running 1s test @ %s/\n  2 threads and 4 connections\n".formatted(server.url());
        Pattern whole = layout(Pattern.quote(head), STATISTICS, PERCENTILES, FOOT);
        Outcome ours = spate(line);
        assertThat(ours.err()).isEmpty();
        assertThat(ours.exitCode()).isZero();
        assertThat(ours.out()).matches(whole);
        Outcome theirs = wrk(line);
        assertThat(theirs.out()).matches(whole);
        double rate = figure("Requests/sec:", ours.out());
        assertThat(rate).isBetween(figure("Requests/sec:", theirs.out()) / 20, 1e6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-h",
                "--nosuch http://127.0.0.1:1/",
                "--t 1 http://127.0.0.1:1/",
                "-c",
                "--connections",
                "--latency=1 http://127.0.0.1:1/",
                "-c abc http://127.0.0.1:1/",
                "-c 1.5k http://127.0.0.1:1/",
                "-t4 -c2 http://127.0.0.1:1/",
                "-t0 http://127.0.0.1:1/",
                "-c0 http://127.0.0.1:1/",
                "-d0 http://127.0.0.1:1/",
                "-d 5x http://127.0.0.1:1/",
                "foo",
                "127.0.0.1:1/",
                "http://",
                "http:///foo",
                "http://127.0.0.1:99999/",
                "http://127.0.0.1:1/",
                "http://localhost:1",
                "https://127.0.0.1:1/",
                "ftp://127.0.0.1:1/",
                "http://nosuch.invalid/",
                "http://127.0.0.1:1/ http://127.0.0.1:2/",
                "-s nosuch.lua http://127.0.0.1:1/",
            })
    void badInputIsAnsweredAsWrkDoes(String line) throws Exception {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);
        Outcome ours = spate(arguments);
        assertThat(ours).isEqualTo(wrk(arguments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request = function() error('boom') end",
                "request = function() return '' end",
                "request = function() return nil end",
                "request = function() return 'GET / HTTP/1.1\\r\\nHost' end",
                "request = function() return 'get / HTTP/1.1\\r\\n\\r\\n' end",
                "local n = 0 request = function() n = n + 1 if n > 5 then error('boom') end"
                        + " return wrk.format() end",
                "response = function() error({}) end",
                "init = function(args) error(args[0] .. args[1]) end",
                "setup = function(thread) thread.foo = 1 end",
            })
    void brokenScriptsEndAsWithWrk(String lua) throws Exception {
        Files.writeString(folder.resolve("broken.lua"), lua);
        String[] line = {"-t1", "-c1", "-d1", "-s", "broken.lua", server.url() + "/", "--", "x"};
        assertThat(spate(line)).isEqualTo(wrk(line));
    }

    @Test
    void aScriptPrintsBetweenTheLinesAsWithWrk() throws Exception {
        Files.writeString(
                folder.resolve("report.lua"),
                """
                local threads = {}
                function setup(thread)
                  thread:set("id", #threads + 1)
                  threads[#threads + 1] = thread
                end
                function init(args) count = 0 print("init", id, args[0], args[1], args[2]) end
                function request() count = count + 1 return wrk.format("GET", "/" .. count) end
                function response(status, headers, body)
                  seen = status .. headers["X-Token"] .. body
                end
                function done(summary, latency, requests)
                  print(summary.duration > 500000, summary.requests > 10, summary.bytes > 500)
                  print(summary.errors.connect, summary.errors.status, type(latency))
                  print(latency.min <= latency:percentile(50), latency.max > 0, #latency > 0)
                  print(threads[1]:get("seen"), threads[2]:get("count") > 5)
                end
                """);
        String[] line = {"-t2", "-c2", "-d1", "-s", "report.lua", server.url(), "--", "a", "--b"};
        Outcome ours = spate(line);
        String init = "init\\t%d\\t" + Pattern.quote(server.url()) + "\\ta\\t--b\n";
        Pattern whole =
                layout(
                        init.formatted(1),
                        init.formatted(2),
                        "Running 1s test @ .*\n  2 threads and 2 connections\n",
                        STATISTICS,
                        FOOT,
                        "true\ttrue\ttrue\n0\t0\tuserdata\ntrue\ttrue\ttrue\n200thello\ttrue\n");
        assertThat(ours.out()).matches(whole);
        assertThat(wrk(line).out()).matches(whole);
    }

    @Test
    void aPipelineCountsEachResponse() throws Exception {
        Files.writeString(
                folder.resolve("pipeline.lua"),
                """
                local threads = {}
                setup = function(thread) table.insert(threads, thread) end
                sent = 0
                request = function() sent = sent + 1 return wrk.format():rep(3) end
                done = function(summary)
                  print(threads[1]:get("sent") * 3 - summary.requests, summary.requests > 30)
                end
                """);
        var outcome = spate("-t1", "-c2", "-d1", "-s", "pipeline.lua", server.url());
        // One to see how many there are, and one of each connection that the end found on its way.
        assertThat(outcome.out()).containsPattern("\n[0-9]\ttrue\n$");
    }

    @Test
    void aStoppedThreadDoesNothingMore() throws Exception {
        Files.writeString(
                folder.resolve("stop.lua"),
                "local n = 0 function response() n = n + 1 if n > 3 then wrk.thread:stop() end end");
        var outcome = spate("-t1", "-c2", "-d1", "-s", "stop.lua", server.url());
        assertThat(outcome.out()).contains("  4 requests in ", "-nan%");
    }

    @Test
    void aRateIsKeptAndTheTestEndsInTime() throws Exception {
        long startNanos = System.nanoTime();
        Outcome outcome = spate("-t2", "-c10", "-d2s", "-R500", "-L", server.url() + "/");
        assertThat(System.nanoTime() - startNanos).isLessThan(TimeUnit.SECONDS.toNanos(10));
        assertThat(figure("Requests/sec:", outcome.out())).isBetween(450.0, 510.0);
        assertThat(outcome.out())
                .contains("  Latency Distribution (HdrHistogram - Recorded Latency)\n 50.000% ")
                .contains("       Value   Percentile   TotalCount 1/(1-Percentile)\n\n")
                .containsPattern("#\\[Mean {4}= +\\d+\\.\\d{3}, StdDeviation {3}= +\\d+\\.\\d{3}]")
                .contains("-".repeat(58) + "\n");
    }

    @Test
    void ctrlCPrintsWhatThereIs() throws Exception {
        try (Running running =
                SPATE.start(folder, "wrk", "-t1", "-c2", "-d60s", server.url() + "/")) {
            running.awaitText("1 threads and 2 connections");
            awaitRequest();
            running.signal("INT");
            Outcome outcome = running.await();
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out()).containsPattern("  \\d+ requests in " + TIME + ", ");
        }
    }
}
