package io.spate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Tags;
import io.spate.metrics.reload.CommandRun;
import io.spate.metrics.reload.ReloadPlan;
import io.spate.metrics.reload.ReloadResult;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.report.json.Extras;
import io.spate.report.json.Results;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NodesSummaryTest {
    private static final Extras NONE = Extras.NONE;

    private static Results document(RunResult result, int users, Extras extras) {
        var scenario =
                Scenario.of("default", new Executor.ConstantVus(users, Duration.ofSeconds(60)));
        var plan = new TestPlan("shop", "http://shop", List.of(scenario), List.of(), Tags.NONE);
        return Results.of(plan, result, "0.1.0", extras);
    }

    private static Measured node(Measured in, String name, int requests, int failed) {
        var node = Tags.of("node", name);
        in.tagged(node, "GET", "/", "200", requests - failed, 2_000, 30_000);
        return failed == 0 ? in : in.tagged(node, "GET", "/", "502", failed, 500, 900);
    }

    private static RunResult result(Measured measured, int users) {
        return SampleRuns.result(Ending.COMPLETED, measured.users("default", users).between(0, 60));
    }

    private static RunResult oneNode() {
        return result(node(new Measured(), "web-1", 6000, 0), 20);
    }

    @Test
    void aHotAFailingAndAMissingNodeAndAnUnfairComparison() {
        var measured = new Measured().requests("GET", "/", "connection refused", 11, 100, 200);
        node(measured, "web-1", 16_000, 0);
        node(measured, "web-2", 3000, 400);
        node(measured, "web-3", 2900, 3);
        node(measured, "(unnamed)", 12, 0);
        var baseline = document(oneNode(), 20, NONE);
        var extras = new Extras(OptionalInt.of(4), Optional.of(baseline), Optional.empty());

        var results = document(result(measured, 40), 40, extras);

        Golden.assertSame("summary-nodes.txt", Summary.of(results, Terminal.PLAIN, true));
    }

    @Test
    void anEvenSpreadAndAFairComparison() {
        var measured = new Measured();
        node(measured, "web-1", 5700, 0);
        node(measured, "web-2", 5701, 0);
        var baseline = document(oneNode(), 20, NONE);
        var extras = new Extras(OptionalInt.empty(), Optional.of(baseline), Optional.empty());

        var results = document(result(measured, 40), 40, extras);

        var scaling = results.scaling().orElseThrow();
        assertThat(scaling.nodes()).as("counted by the tag").isEqualTo(2);
        assertThat(scaling.expectedMultiple()).isEqualTo(2);
        assertThat(scaling.actualMultiple()).isEqualTo(1.9002);
        assertThat(scaling.efficiency()).isEqualTo(0.95008);
        assertThat(scaling.verdict()).isEqualTo("linear");
        assertThat(scaling.caveats()).isEmpty();
        assertThat(results.nodes().orElseThrow().remarks()).isEmpty();
    }

    private static ReloadResult reload(OptionalLong max, Map<String, Long> failures) {
        return new ReloadResult(
                new ReloadPlan(
                        Duration.ofSeconds(20), ReloadPlan.WINDOW, Optional.of("systemctl x"), max),
                true,
                Optional.of(
                        new CommandRun(
                                "systemctl x",
                                OptionalInt.of(0),
                                31_000_000,
                                "line\u001B[2J\nmore")),
                3120,
                failures,
                40,
                0,
                3,
                OptionalLong.of(212_000_000),
                OptionalDouble.of(4e9),
                true,
                104.5,
                61,
                30_000_000,
                412_000_000);
    }

    @Test
    void aReloadThatLostRequests() {
        var lost = reload(OptionalLong.of(0), Map.of("reset", 7L, "refused", 12L));
        var extras = new Extras(OptionalInt.empty(), Optional.empty(), Optional.of(lost));

        var results = document(oneNode(), 20, extras);

        assertThat(results.reload().orElseThrow().passed()).isFalse();
        Golden.assertSame("summary-reload.txt", Summary.of(results, Terminal.PLAIN));
    }

    @Test
    void aReloadWithoutAFailure() {
        var none = reload(OptionalLong.of(0), Map.of());
        var extras = new Extras(OptionalInt.empty(), Optional.empty(), Optional.of(none));

        var summary = Summary.of(document(oneNode(), 20, extras), Terminal.PLAIN);

        assertThat(summary).contains("✓ no request failed, reload at 0m20s").contains("PASSED");
    }

    @Test
    void aHistogramOnATerminalHasBlocksAndElsewhereAscii() {
        var results = document(oneNode(), 20, NONE);
        var rich = Summary.of(results, new Terminal(100, 40, true, true), true);
        assertThat(rich).contains("HISTOGRAM of the service time").contains("■■■");
        assertThat(Summary.of(results, Terminal.PLAIN, true)).contains("####").doesNotContain("■");
        assertThat(Summary.of(results, Terminal.PLAIN)).doesNotContain("HISTOGRAM");
    }
}
