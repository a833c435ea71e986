package io.spate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Tags;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.Level;
import io.spate.metrics.result.LevelResult;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Threshold;
import io.spate.metrics.threshold.Verdict;
import io.spate.report.json.SampleRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static String summary(RunResult result, Terminal terminal) {
        return Summary.of(SampleRuns.document(result), terminal);
    }

    @Test
    void aRunThatMeetsItsThresholds() {
        Golden.assertSame("summary-passing.txt", summary(SampleRuns.passing(), Terminal.PLAIN));
    }

    @Test
    void aRunThatCrossesThresholdsWithEverythingThatCanGoWrong() {
        Golden.assertSame("summary-failing.txt", summary(SampleRuns.failing(), Terminal.PLAIN));
    }

    @Test
    void aRunWithoutAnyRequestThatWasInterrupted() {
        Golden.assertSame("summary-nothing.txt", summary(SampleRuns.nothing(), Terminal.PLAIN));
    }

    @Test
    void aNarrowTerminalPutsNamesAndFiguresOnLinesOfTheirOwn() {
        var terminal = new Terminal(80, 24, false, true);

        var summary = summary(SampleRuns.passing(), terminal);

        Golden.assertSame("summary-narrow.txt", summary);
    }

    @Test
    void namesActOnNothingAndAreCut() {
        var summary = summary(SampleRuns.nasty(), Terminal.PLAIN);

        Golden.assertSame("summary-nasty.txt", summary);
        assertThat(summary).doesNotContain("\u001B", "\u202E", "\t");
        assertThat(summary).contains("(14 more in the report)");
    }

    @Test
    void allThatThereIsToTellOfARunWhoseGeneratorWasTheBottleneck() {
        var results = SampleRun.invalid(60, 12, 4).results();

        var summary = Summary.of(results, Terminal.PLAIN);

        Golden.assertSame("summary-whole.txt", summary);
        assertThat(summary).contains("\n  INVALID: the generator was the bottleneck");
        var narrow = Summary.of(results, new Terminal(40, 24, false, true));
        assertThat(narrow).contains("LEVELS", "order_value");
    }

    @Test
    void aWindowTellsItsWorstStretchAndAMissWithinToleranceIsAWarning() {
        var total = SampleRuns.passing().total();
        var threshold = Threshold.parse("http_req_duration", "p(95)<500 over 30s");
        var judgement =
                new Threshold.Judgement(
                        threshold,
                        512.3,
                        Threshold.Outcome.WARNED,
                        Optional.of(new Threshold.Stretch(80_000_000_000L, 110_000_000_000L)),
                        OptionalDouble.empty());
        var result =
                new RunResult(
                        Instant.EPOCH,
                        Duration.ofSeconds(60),
                        Ending.COMPLETED,
                        total,
                        List.of(),
                        new Verdict(List.of(judgement)));

        assertThat(summary(result, Terminal.PLAIN))
                .contains("    ! 'p(95)<500 over 30s' p(95)=512.3ms (worst 30s at 1m20s)\n")
                .endsWith("  PASSED (with 1 warning)\n");
    }

    @Test
    void levelsTellTheVerdictOfTheThresholdsAboutThem() {
        var total = SampleRuns.passing().total();
        var level =
                new Level(
                        "50 users",
                        Tags.NONE,
                        OptionalInt.of(50),
                        OptionalDouble.empty(),
                        0,
                        60_000_000_000L);
        var met = Threshold.parse("http_req_failed", "rate<0.01 at 50 users");
        var crossed = Threshold.parse("http_req_duration", "p(95)<1 at 50 users");
        var result =
                new RunResult(
                        Instant.EPOCH,
                        Duration.ofSeconds(60),
                        Ending.COMPLETED,
                        total,
                        List.of(),
                        Verdict.of(List.of(met, crossed), total),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new LevelResult(level, total)),
                        List.of(),
                        GeneratorHealth.GOOD);

        assertThat(summary(result, Terminal.PLAIN)).containsPattern("50 users .* 0.00%  crossed\n");
    }

    @Test
    void coloursAddNothingButColours() {
        var coloured = summary(SampleRuns.failing(), new Terminal(120, 24, true, true));

        assertThat(coloured).contains("\u001B[31m✗\u001B[0m", "\u001B[32m✓\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[\\d*m", ""))
                .isEqualTo(summary(SampleRuns.failing(), Terminal.PLAIN));
    }

    @Test
    void theLastLineIsTheVerdict() {
        var total = SampleRuns.passing().total();
        var crossed = Threshold.parse("http_reqs", "count<1");

        assertThat(summary(SampleRuns.result(Ending.COMPLETED, total), Terminal.PLAIN))
                .endsWith("\n  PASSED (no thresholds were set)\n");
        assertThat(summary(SampleRuns.result(Ending.INTERRUPTED, total, crossed), Terminal.PLAIN))
                .endsWith("\n  INTERRUPTED: thresholds on metrics 'http_reqs' have been crossed\n");
        assertThat(
                        summary(
                                SampleRuns.result(Ending.THRESHOLD_ABORT, total, crossed),
                                Terminal.PLAIN))
                .endsWith(
                        "\n  FAILED: thresholds on metrics 'http_reqs' have been crossed; the run"
                                + " was stopped\n");
        assertThat(summary(SampleRuns.result(Ending.SCRIPT_ERROR, total), Terminal.PLAIN))
                .endsWith("\n  FAILED: the script could not go on\n");
    }
}
