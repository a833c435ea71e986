package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.store.Figures;
import io.spate.store.Machine;
import io.spate.store.Outcome;
import io.spate.store.PlanFacts;
import io.spate.store.RunFacts;
import io.spate.store.RunState;
import io.spate.store.RunStore;
import io.spate.store.StoreLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Machine MACHINE = new Machine("build-1", 4, 0, "CPU", "Linux", "25");

    private FakeProcess process;

    @BeforeEach
    void enter(@TempDir Path folder) {
        process = new FakeProcess(folder, Map.of());
    }

    @Test
    void filesOfFiguresAreMarkedAsTheGuideDoes() throws Exception {
        process.write("baseline.json", "{\"success_rate\": 99.5, \"p95_latency\": 210.0}");
        process.write("results.json", "{\"success_rate\": 99.4, \"p95_latency\": 240.5}");

        var compared = process.run("compare", "baseline.json", "results.json");

        assertThat(compared.exitCode()).as(compared.err()).isZero();
        assertThat(compared.out())
                .contains("✓ success_rate: 99.4 (baseline: 99.5, -0.1%)")
                .contains("⚠️ p95_latency: 240.5 (baseline: 210, +14.5%)")
                .contains("no verdict: a file of figures does not tell how much they vary");
    }

    @Test
    void theLeastEffectSetsTheMarks() throws Exception {
        process.write("a.json", "{\"success_rate\": 1, \"p95_latency\": 100}");
        process.write("b.json", "{\"success_rate\": 1, \"p95_latency\": 103}");

        assertThat(process.run("compare", "a.json", "b.json", "--min-effect", "2%").out())
                .contains("⚠️ p95_latency: 103 (baseline: 100, +3.0%)");
    }

    @Test
    void runsOfTheHistoryAreJudged() {
        keep("shop", "a1", 1, 1);
        keep("shop", "a2", 1, 2);
        keep("shop", "a3", 1, 3);
        keep("shop", "b1", 1.5, 4);
        keep("shop", "b2", 1.5, 5);
        keep("shop", "b3", 1.5, 6);

        var same = process.run("compare", "--a", "a1,a2", "--b", "a2,a1");
        var slower = process.run("compare", "--a", "a1,a2,a3", "--b", "b1,b2,b3");

        assertThat(same.exitCode()).as(same.err()).isZero();
        assertThat(slower.exitCode()).isEqualTo(99);
        assertThat(slower.out())
                .startsWith("A: a1, a2, a3   B: b1, b2, b3\n")
                .containsPattern("all requests +p50 .*ms .*ms .* REGRESSED")
                .contains("REGRESSED: all requests: p50 +");
        var lenient = process.run("compare", "--a", "a1,a2", "--b", "b1,b2", "--fail-on", "never");
        assertThat(lenient.exitCode()).isZero();
    }

    @Test
    void theDocumentHasEveryFigure() {
        keep("shop", "a1", 1, 1);
        keep("shop", "b1", 3, 2);

        var document =
                JsonMapper.shared()
                        .readTree(process.run("compare", "a1", "b1", "--json", "-").out());

        assertThat(document.path("verdict").asString()).isEqualTo("REGRESSED");
        var p95 = document.path("overall").path("figures").path("p95");
        assertThat(p95.propertyNames())
                .containsExactly(
                        "a",
                        "b",
                        "change",
                        "low",
                        "high",
                        "p",
                        "q",
                        "relative",
                        "verdict",
                        "words",
                        "more_runs");
        assertThat(p95.path("low").asDouble()).isLessThan(p95.path("change").asDouble());
    }

    @Test
    void thePageCarriesTheComparisons() throws Exception {
        process.write("a.json", "{\"success_rate\": 1, \"p95_latency\": 100}");
        process.write("b.json", "{\"success_rate\": 1, \"p95_latency\": 130}");

        var compared = process.run("compare", "a.json", "b.json", "--html", "out/page.html");

        assertThat(compared.exitCode()).as(compared.err()).isZero();
        assertThat(compared.err()).contains("Wrote the page to out/page.html");
        assertThat(compared.out()).contains("p95_latency: 130");
        assertThat(process.read("out/page.html"))
                .startsWith("<!doctype html>")
                .contains("\"comparisons\" : [", "\"metric\" : \"p95_latency\"");
    }

    @Test
    void runsOfOtherTestsAreToldAndMarkdownHoldsTheTable() {
        keep("shop", "a1", 1, 1);
        keep("bank", "b1", 1, 2);

        var compared = process.run("compare", "a1", "b1", "--markdown", "-");

        assertThat(compared.out())
                .contains("- other tests: shop, bank")
                .contains("|  | figure | A | B | change | 95 % interval | verdict |")
                .contains("| all requests | p95 |");
    }

    @Test
    void severalAreComparedWithTheFirst() {
        keep("shop", "a1", 1, 1);
        keep("shop", "b1", 1, 2);
        keep("shop", "c1", 1, 3);

        assertThat(process.run("compare", "a1", "b1", "c1").out())
                .contains("A: a1   B: b1")
                .contains("A: a1   B: c1");
    }

    @Test
    void mistakesAreOneMessage() throws Exception {
        process.write("broken.json", "{");

        assertThat(process.run("compare", "one").exitCode()).isEqualTo(104);
        assertThat(process.run("compare", "one", "two").err())
                .contains("one: there is no such file, and no history at");
        assertThat(process.run("compare", "broken.json", "broken.json").exitCode()).isEqualTo(104);
        assertThat(process.run("compare", "a", "b", "--min-effect", "much").err())
                .contains("--min-effect much: expected a share");
        assertThat(process.run("compare", "--a", "x", "y").err()).contains("several on each side");
    }

    /** Keeps a run of 12 seconds. */
    private void keep(String test, String id, double factor, long seed) {
        var place = new StoreLocation.File(process.folder().resolve(".spate/history.db"));
        var plan = new PlanFacts(test, "10 users", "key of " + test);
        var facts =
                new RunFacts(
                        plan,
                        test + ".yml",
                        "http://shop",
                        "",
                        Instant.EPOCH,
                        Map.of(),
                        "0.1.0",
                        MACHINE,
                        Optional.empty());
        var random = new SplittableRandom(seed);
        try (var store = RunStore.open(place, Ticker.system())) {
            var recording = store.begin(id, facts, "{}");
            for (int at = 0; at < 12; at++) {
                recording.second(second(at, factor, random));
            }
            recording.end(
                    new Outcome(
                            Instant.EPOCH,
                            Duration.ofSeconds(12),
                            Duration.ofSeconds(2),
                            RunState.COMPLETED,
                            true,
                            new Figures(0, 0, 0, 0, 0, 0),
                            "{}"));
        }
    }

    private static Snapshot second(int at, double factor, SplittableRandom random) {
        var tags = Tags.of("method", "GET").with("name", "/");
        long[] times =
                random.doubles(100, 8e6, 12e6).mapToLong(it -> Math.round(it * factor)).toArray();
        return new Snapshot(
                at * SECOND,
                (at + 1) * SECOND,
                Map.of(
                        new Series(BuiltinMetrics.HTTP_REQS, tags),
                        new Aggregate.Count(100),
                        new Series(BuiltinMetrics.HTTP_REQ_FAILED, tags),
                        new Aggregate.Ratio(0, 100),
                        new Series(BuiltinMetrics.HTTP_REQ_DURATION, tags),
                        new Aggregate.Distribution(Histogram.of(times))),
                Map.of());
    }
}
