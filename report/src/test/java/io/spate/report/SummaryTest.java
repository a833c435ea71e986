package io.spate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Threshold;
import io.spate.report.json.SampleRun;
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
