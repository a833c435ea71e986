package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.acceptance.Project;
import io.spate.acceptance.commands.Command.Outcome;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A locustfile, run by {@code spate locust} beside Locust itself. */
@Timeout(120)
class LocustTest {
    private static final Command SPATE = Command.ofThisBuild();
    private static final Path LOCUST = Path.of("/usr/bin/locust");

    @TempDir Path folder;

    private record Ran(Outcome outcome, Path folder) {
        List<String> lines(String file) throws IOException {
            return Files.readAllLines(folder.resolve(file));
        }

        /** The request counts by type and name. */
        Map<String, Long> counts() throws IOException {
            var counts = new TreeMap<String, Long>();
            for (var line : lines("x_stats.csv").subList(1, lines("x_stats.csv").size())) {
                var cells = line.split(",", -1);
                counts.put(cells[0] + " " + cells[1], Long.valueOf(cells[2]));
            }
            return counts;
        }

        /** What stands in a column of the history. */
        Set<String> history(String column) throws IOException {
            var lines = lines("x_stats_history.csv");
            int at = Arrays.asList(lines.getFirst().split(",", -1)).indexOf(column);
            return lines.stream()
                    .skip(1)
                    .map(it -> it.split(",", -1)[at])
                    .collect(Collectors.toSet());
        }

        /** The first cells of all lines but the header, in order. */
        List<List<String>> cells(String file, int from, int to) throws IOException {
            return lines(file).stream()
                    .skip(1)
                    .map(LocustTest::withoutHost)
                    .map(it -> Arrays.asList(it.split(",", -1)).subList(from, to))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        }
    }

    @Test
    void doesWhatLocustDoes() throws Exception {
        try (var shop = DemoShop.start(DemoOptions.defaults())) {
            var line =
                    List.of(
                            "-f",
                            file("shop.py"),
                            "--headless",
                            "-u",
                            "16",
                            "-r",
                            "16",
                            "-t",
                            "10s",
                            "--host",
                            shop.url(),
                            "--csv",
                            "x",
                            "--html",
                            "x.html");

            var other = locust("theirs", line);
            var own = spate("own", line);

            assertThat(own.outcome.exitCode()).isEqualTo(other.outcome.exitCode()).isEqualTo(1);
            assertThat(own.outcome.out()).isEqualTo("begin\nend True\n");
            assertThat(other.outcome.out()).contains("begin\n");
            for (var file : List.of("x_stats.csv", "x_stats_history.csv", "x_exceptions.csv")) {
                assertThat(own.lines(file).getFirst()).isEqualTo(other.lines(file).getFirst());
            }
            assertThat(own.counts().keySet()).isEqualTo(other.counts().keySet());
            assertThat(own.cells("x_failures.csv", 0, 3))
                    .isEqualTo(other.cells("x_failures.csv", 0, 3));
            assertThat(own.lines("x_failures.csv").getFirst())
                    .startsWith(other.lines("x_failures.csv").getFirst());
            assertThat(own.lines("x_exceptions.csv").get(1)).matches("\\d+,on purpose,\"  File .*");
            assertThat(own.folder.resolve("x.html")).exists();
            assertSameShares(own.counts(), other.counts());
            assertThat(layout(own.outcome.err())).isEqualTo(layout(other.outcome.err()));
        }
    }

    @Test
    void followsShapesTagsAndFixedCountsAsLocustDoes() throws Exception {
        try (var shop = DemoShop.start(DemoOptions.defaults())) {
            var line =
                    List.of(
                            "-f",
                            file("shape.py"),
                            "--headless",
                            "--host",
                            shop.url(),
                            "--csv",
                            "x",
                            "--csv-full-history",
                            "--tags",
                            "often",
                            "--exclude-tags",
                            "seldom",
                            "--stop-timeout",
                            "10",
                            "--exit-code-on-error",
                            "5");

            var theirs = CompletableFuture.supplyAsync(() -> locust("theirs", line));
            var own = spate("own", line);
            var other = theirs.get();

            assertThat(own.outcome.exitCode()).isEqualTo(other.outcome.exitCode()).isEqualTo(5);
            // Debian's Locust does not write what comes after its last second.
            var late = List.of("GET end Fixed", "GET end Heavy", "GET end Light");
            assertThat(own.counts().keySet())
                    .containsAll(late)
                    .filteredOn(it -> !late.contains(it))
                    .containsExactlyInAnyOrderElementsOf(
                            other.counts().keySet().stream()
                                    .filter(it -> !late.contains(it))
                                    .toList());
            for (var name : List.of("Fixed", "Light", "Heavy")) {
                assertThat(own.counts().get("GET begin " + name))
                        .as(name)
                        .isEqualTo(other.counts().get("GET begin " + name))
                        // Nobody is cut off: all end by themselves.
                        .isEqualTo(own.counts().get("GET end " + name));
            }
            assertThat(own.counts().get("GET slow"))
                    .isCloseTo(other.counts().get("GET slow"), within(5L));
            assertThat(own.history("User Count")).contains("5", "8");
            assertThat(own.history("Name")).containsAll(other.history("Name"));
        }
    }

    /**
     * Waits are constant and much longer than requests, so that the numbers of requests follow from
     * the weights, also while Python is cold.
     */
    private static void assertSameShares(Map<String, Long> own, Map<String, Long> other) {
        double total = own.getOrDefault(" Aggregated", 0L);
        double otherTotal = other.getOrDefault(" Aggregated", 0L);
        assertThat(total).isCloseTo(otherTotal, within(otherTotal / 4));
        assertThat(own.get("POST /api/auth/login")).isEqualTo(other.get("POST /api/auth/login"));
        other.forEach(
                (name, count) ->
                        assertThat(own.getOrDefault(name, 0L) / total)
                                .as(name)
                                .isCloseTo(count / otherTotal, within(0.08)));
    }

    @Test
    void ratiosAreLocusts() throws Exception {
        var line = List.of("-f", file("shop.py"), "--show-task-ratio-json");

        var own = spate("own", line);
        var other = locust("theirs", line);

        assertThat(own.outcome.exitCode()).isEqualTo(other.outcome.exitCode()).isZero();
        assertThat(own.outcome.out()).isEqualTo(other.outcome.out());
    }

    @Test
    void theExampleRunsUntilCtrlC() throws Exception {
        var file = Project.root().resolve("examples/locust/locustfile.py").toString();
        try (var shop = DemoShop.start(DemoOptions.defaults());
                var running =
                        SPATE.start(
                                folder,
                                "locust",
                                "-f",
                                file,
                                "--headless",
                                "-u",
                                "4",
                                "-r",
                                "4",
                                "--host",
                                shop.url())) {
            running.awaitText("GET      /api/products  ");
            running.signal("INT");
            var outcome = running.await();

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err())
                    .contains("Response time percentiles (approximated)")
                    .doesNotContain("Error report");
        }
    }

    /** Log lines without what differs from run to run, and one of each kind of line of tables. */
    private static List<String> layout(String text) {
        return text.lines()
                .map(it -> it.replaceAll("^\\[.*?] [^ ]*/(INFO|ERROR|WARNING)/", "$1 "))
                .map(LocustTest::withoutHost)
                .filter(it -> !it.startsWith("INFO locust.main: Starting Locust"))
                .filter(it -> !it.matches("WARNING root:.*|(INFO|WARNING) spate:.*"))
                // Debian's Locust shows the class that such a failure is wrapped in.
                .filter(it -> !it.contains("GET judged:"))
                .map(it -> it.replaceAll("(?<=[ (|-]|^)\\d+(\\.\\d+)?(?=[ %(]|$)", "N"))
                .map(it -> it.replaceAll(" +", " "))
                .filter(it -> !it.startsWith("Traceback") && !it.startsWith(" "))
                .distinct()
                .sorted()
                .toList();
    }

    /** Debian's Locust shows whole URLs where later ones show the name of the request. */
    private static String withoutHost(String line) {
        return line.replaceAll("(?<=for url: )http://[^/]*", "");
    }

    private static String file(String name) {
        return Project.root().resolve("acceptance/src/test/locustfiles").resolve(name).toString();
    }

    private Ran spate(String name, List<String> line) {
        var command = new ArrayList<>(List.of(Project.root() + "/spate", "locust"));
        command.addAll(line);
        return ran(name, command);
    }

    private Ran locust(String name, List<String> line) {
        Assumptions.assumeTrue(
                Files.isExecutable(LOCUST), "locust is not installed: ./test installs it");
        var command = new ArrayList<>(List.of(LOCUST.toString()));
        command.addAll(line);
        return ran(name, command);
    }

    private Ran ran(String name, List<String> command) {
        try {
            return ranIn(Files.createDirectories(folder.resolve(name)), command);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Ran ranIn(Path place, List<String> command)
            throws IOException, InterruptedException {
        var out = place.resolve("out.txt");
        var err = place.resolve("err.txt");
        var builder =
                new ProcessBuilder(command)
                        .directory(place.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("SPATE_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPATE_APP", SPATE.app().toString());
        builder.environment().keySet().removeIf(it -> it.startsWith("LOCUST_"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running: " + command);
        }
        return new Ran(
                new Outcome(process.exitValue(), Files.readString(out), Files.readString(err)),
                place);
    }
}
