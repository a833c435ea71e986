package io.spate.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.analysis.MeasuredRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the method does over many comparisons whose truth is known; docs/statistics.md has more. */
class CoverageTest {
    private static final int PAIRS = 120;
    private static final ComparisonOptions OPTIONS =
            new ComparisonOptions(0.05, 0.002, 0.95, "http_req_duration", 1, 199);

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void intervalsHoldTheTrueChangeAsOftenAsTheySay(int runs) {
        int held = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            var found = pair(Simulated.USUAL, runs, 1.1, pair);
            held += found.figure(Figure.P95).interval().orElseThrow().contains(0.1) ? 1 : 0;
        }
        // 95 % of 120 are 114; the bounds are missed once in a thousand times.
        assertThat(held).isBetween(106, 120);
    }

    @Test
    void theBootstrapKnowsThatSecondsDependOnEachOther() {
        var wandering = new Simulated(1, 120, 100, 0, 0.1, 0.8, 0);
        double among = 0;
        double within = 0;
        var runs = wandering.runs(60, 1, 5);
        for (var run : runs) {
            var one = List.of(Endpoints.of(run, "http_req_duration", 1000).overall());
            var grid = Grid.over(List.of(one.getFirst().allTimes()));
            within += new Resampling(one, grid, 7).withinRuns(199)[Figure.P50.place()] / 60;
        }
        double mean = 0;
        for (var run : runs) {
            mean += median(run) / 60;
        }
        for (var run : runs) {
            among += Math.pow(median(run) - mean, 2) / 59;
        }
        // Seconds drawn one by one would tell of a ninth of it. Of a run of so few seconds no
        // method
        // tells all.
        assertThat(within / among).isBetween(0.25, 1.4);
    }

    @Test
    void noMoreFalseAlarmsThanPromised() {
        int alarms = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            var found = pair(Simulated.USUAL, 5, 1, 1000 + pair);
            alarms +=
                    found.verdict() == ComparisonVerdict.REGRESSED
                                    || found.verdict() == ComparisonVerdict.IMPROVED
                            ? 1
                            : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(PAIRS / 20);
    }

    private static double median(MeasuredRun run) {
        return Math.log(
                (double)
                        Endpoints.of(run, "http_req_duration", 1000)
                                .overall()
                                .allTimes()
                                .percentile(50));
    }

    private static EndpointComparison pair(Simulated like, int runs, double factor, int pair) {
        return Comparison.of(
                        like.runs(runs, 1, 2L * pair),
                        like.runs(runs, factor, 2L * pair + 1),
                        List.of(),
                        OPTIONS)
                .overall();
    }
}
