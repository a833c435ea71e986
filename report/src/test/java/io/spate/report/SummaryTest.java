package io.spate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Threshold;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void aRunThatMeetsItsThresholds() {
        Golden.assertSame("summary-passing.txt", Summary.of(SampleRuns.passing(), Terminal.PLAIN));
    }

    @Test
    void aRunThatCrossesThresholdsWithEverythingThatCanGoWrong() {
        Golden.assertSame("summary-failing.txt", Summary.of(SampleRuns.failing(), Terminal.PLAIN));
    }

    @Test
    void aRunWithoutAnyRequestThatWasInterrupted() {
        Golden.assertSame("summary-nothing.txt", Summary.of(SampleRuns.nothing(), Terminal.PLAIN));
    }

    @Test
    void aNarrowTerminalPutsNamesAndFiguresOnLinesOfTheirOwn() {
        var terminal = new Terminal(80, 24, false, true);

        var summary = Summary.of(SampleRuns.passing(), terminal);

        Golden.assertSame("summary-narrow.txt", summary);
    }

    @Test
    void namesActOnNothingAndAreCut() {
        var summary = Summary.of(SampleRuns.nasty(), Terminal.PLAIN);

        Golden.assertSame("summary-nasty.txt", summary);
        assertThat(summary).doesNotContain("\u001B", "\u202E", "\t");
        assertThat(summary).contains("(14 more in the report)");
    }

    @Test
    void coloursAddNothingButColours() {
        var coloured = Summary.of(SampleRuns.failing(), new Terminal(120, 24, true, true));

        assertThat(coloured).contains("\u001B[31m✗\u001B[0m", "\u001B[32m✓\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[\\d*m", ""))
                .isEqualTo(Summary.of(SampleRuns.failing(), Terminal.PLAIN));
    }

    @Test
    void theLastLineIsTheVerdict() {
        var total = SampleRuns.passing().total();
        var crossed = Threshold.parse("http_reqs", "count<1");

        assertThat(Summary.of(SampleRuns.result(Ending.COMPLETED, total), Terminal.PLAIN))
                .endsWith("\n  PASSED (no thresholds were set)\n");
        assertThat(
                        Summary.of(
                                SampleRuns.result(Ending.INTERRUPTED, total, crossed),
                                Terminal.PLAIN))
                .endsWith("\n  INTERRUPTED: thresholds on metrics 'http_reqs' have been crossed\n");
        assertThat(
                        Summary.of(
                                SampleRuns.result(Ending.THRESHOLD_ABORT, total, crossed),
                                Terminal.PLAIN))
                .endsWith(
                        "\n  FAILED: thresholds on metrics 'http_reqs' have been crossed; the run"
                                + " was stopped\n");
        assertThat(Summary.of(SampleRuns.result(Ending.SCRIPT_ERROR, total), Terminal.PLAIN))
                .endsWith("\n  FAILED: the script could not go on\n");
    }
}
