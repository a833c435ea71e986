package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.acceptance.Project;
import io.spate.acceptance.commands.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lines for siege, run by {@code spate siege}, beside siege itself. */
@Timeout(120)
class SiegeTest {
    private static final Command SPATE = Command.ofThisBuild();
    private static final Path SIEGE = Path.of("/usr/bin/siege");

    private static final String SITE =
            """
            location = / { default_type text/html;
              return 200 '<link rel=stylesheet href=/a.css><img src=i.png><script src=/b.js></script>'; }
            location = /old { return 301 /a.css; }
            location = /none { return 404 'none'; }
            location = /broken { return 503 'sorry'; }
            location / { return 200 'ok'; }
            """;

    private static final Pattern FIGURE = Pattern.compile("(?m)^([A-Z][\\w ]+):\\s+([\\d.]+)");

    @TempDir Path folder;

    @Test
    void theFiguresAreThoseOfSiege() throws Exception {
        try (var nginx = Nginx.start(folder, SITE)) {
            var conf = conf("parser = true\n");
            var list =
                    urls(
                            nginx.url("/"),
                            nginx.url("/old"),
                            nginx.url("/none"),
                            nginx.url("/broken"));
            var line = List.of("-R", conf, "-c", "2", "-r", "once", "-b", "-f", list);

            var own = spate(line);
            var other = siege(line);

            assertThat(layout(own.err())).isEqualTo(layout(other.err()));
            assertThat(own.out().lines().map(SiegeTest::untimed).sorted())
                    .containsExactlyElementsOf(
                            other.out().lines().map(SiegeTest::untimed).sorted().toList());
            var figures = figures(own.err());
            var expected = figures(other.err());
            for (var name :
                    List.of(
                            "Transactions",
                            "Availability",
                            "Data transferred",
                            "Successful transactions",
                            "Failed transactions")) {
                assertThat(figures.get(name)).as(name).isEqualTo(expected.get(name));
            }
            assertThat(figures).containsEntry("Transactions", 14.0);
            assertPlausible(figures);
        }
    }

    @Test
    void jsonIsLaidOutAsSieges() throws Exception {
        try (var nginx = Nginx.start(folder, SITE)) {
            var line = List.of("-R", conf(""), "-j", "-c2", "-r3", nginx.url("/a.css"));

            assertThat(layout(spate(line).out())).isEqualTo(layout(siege(line).out()));
        }
    }

    @Test
    void theLineOfTheGuideRunsForItsTime() throws Exception {
        try (var nginx = Nginx.start(folder, SITE)) {
            var outcome = spate(List.of("-q", "-c50", "-t3s", nginx.url("/api/health")));

            var figures = figures(outcome.err());
            assertThat(figures.get("Elapsed time")).isCloseTo(3, within(1.5));
            assertThat(figures.get("Transactions")).isGreaterThan(100);
            assertThat(figures).containsEntry("Availability", 100.0);
            assertPlausible(figures);
        }
    }

    /** A benchmark of several URLs, such as teams keep in scripts/benchmark.sh. */
    @Test
    void aScriptFindsTheLinesThatItLooksFor() throws Exception {
        try (var nginx = Nginx.start(folder, SITE)) {
            var script = folder.resolve("benchmark.sh");
            Files.writeString(
                    script,
                    """
                    set -e
                    siege() { "$SPATE" siege "$@"; }
                    run_test() {
                        local name=$1
                        local url=$2
                        local concurrency=$3
                        echo "--- Testing: $name (concurrency: $concurrency) ---"
                        siege -c $concurrency -t 2s -q $url 2>&1 | \\
                            grep -E "(Transactions|Availability|Response time|Transaction rate)"
                    }
                    run_test "Health Check" "$BASE/health" 50
                    run_test "Database Query" "$BASE/api/users" 50
                    run_test "Task Enqueue" "$BASE/api/tasks" 100
                    """);
            var process = builder("bash", script.toString());
            process.environment().put("BASE", nginx.url(""));
            process.environment().put("SPATE", Project.root() + "/spate");

            var outcome = finished(process);

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.out().lines()).hasSize(15);
            assertThat(outcome.out().lines().filter(it -> it.contains("100.00 %"))).hasSize(3);
        }
    }

    @Test
    void noRequestFailsWhileTheServerReloads() throws Exception {
        try (var nginx = Nginx.start(folder, SITE);
                var siege = start("-c", "20", "-t", "6s", nginx.url("/a.css"))) {
            siege.awaitText("==> GET  /a.css");
            for (int i = 0; i < 3; i++) {
                nginx.reload();
                boolean _ = siege.process().waitFor(1, TimeUnit.SECONDS);
            }
            var outcome = siege.await();

            assertThat(outcome.exitCode()).isZero();
            assertThat(figures(outcome.err()))
                    .as(outcome.err())
                    .containsEntry("Failed transactions", 0.0)
                    .containsEntry("Availability", 100.0);
        }
    }

    @Test
    void ctrlCGivesTheFiguresSoFar() throws Exception {
        try (var nginx = Nginx.start(folder, SITE);
                var siege = start("-c", "5", "-b", nginx.url("/a.css"))) {
            siege.awaitText("==> GET  /a.css");
            siege.signal("INT");
            var outcome = siege.await();

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.err()).contains("\nLifting the server siege...\nTransactions:");
            assertThat(figures(outcome.err()).get("Transactions")).isPositive();
        }
    }

    @Test
    void theExampleRuns() throws Exception {
        var example = Project.root().resolve("examples/siege/urls.txt").toString();
        try (var nginx = Nginx.start(folder, SITE)) {
            var process =
                    builder(Project.root() + "/spate", "siege", "-c2", "-r", "once", "-f", example);
            process.environment().put("TARGET", nginx.url("").substring("http://".length()));

            var outcome = finished(process);

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(figures(outcome.err()))
                    .containsEntry("Availability", 100.0)
                    .containsEntry("Failed transactions", 0.0);
        }
    }

    private static void assertPlausible(Map<String, Double> figures) {
        double rate =
                figures.getOrDefault("Transactions", 0.0)
                        / figures.getOrDefault("Elapsed time", 1.0);
        assertThat(figures.get("Transaction rate")).isCloseTo(rate, within(rate * 0.05 + 1));
        assertThat(figures.get("Shortest transaction"))
                .isLessThanOrEqualTo(figures.get("Longest transaction"));
        assertThat(figures.get("Response time"))
                .isLessThanOrEqualTo(figures.get("Longest transaction"));
    }

    private Command.Running start(String... line) throws IOException {
        var arguments = new ArrayList<>(List.of("siege", "-R", conf("")));
        arguments.addAll(List.of(line));
        return SPATE.start(folder, arguments.toArray(String[]::new));
    }

    private Outcome spate(List<String> line) throws Exception {
        var command = new ArrayList<>(List.of(Project.root() + "/spate", "siege"));
        command.addAll(line);
        return finished(builder(command.toArray(String[]::new)));
    }

    private Outcome siege(List<String> line) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(SIEGE), "siege is not installed: ./test installs it");
        // It makes a configuration where there is none, and says so.
        Files.createDirectories(folder.resolve(".siege"));
        Files.writeString(folder.resolve(".siege/siege.conf"), "color = off\n");
        var command = new ArrayList<>(List.of(SIEGE.toString()));
        command.addAll(line);
        return finished(builder(command.toArray(String[]::new)));
    }

    private ProcessBuilder builder(String... command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SPATE_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPATE_APP", SPATE.app().toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("SIEGERC");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    private Outcome finished(ProcessBuilder builder) throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running: " + builder.command());
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private String conf(String text) throws IOException {
        var all = "verbose = true\ncolor = off\nprotocol = HTTP/1.1\nchunked = true\n" + text;
        return Files.writeString(folder.resolve("siege.conf"), all).toString();
    }

    private String urls(String... lines) throws IOException {
        return Files.write(folder.resolve("urls.txt"), List.of(lines)).toString();
    }

    /** The block with each number, as wide as it is, made one sign. */
    private static String layout(String text) {
        int start = text.indexOf("\nTransactions:");
        return text.substring(Math.max(0, start)).replaceAll("[ \\d.]{12}(?=[ ,\\n])", "N");
    }

    private static String untimed(String line) {
        return line.replaceAll("\\d+\\.\\d\\d secs", "N secs");
    }

    private static Map<String, Double> figures(String text) {
        var figures = new LinkedHashMap<String, Double>();
        var matcher = FIGURE.matcher(text);
        while (matcher.find()) {
            figures.put(matcher.group(1), Double.valueOf(matcher.group(2)));
        }
        return figures;
    }
}
