package io.spate.analysis.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.analysis.capacity.StepWatch.Step;
import io.spate.analysis.capacity.Trial.Objective;
import io.spate.analysis.capacity.Trial.Outcome;
import io.spate.analysis.capacity.Trial.Purpose;
import io.spate.metrics.threshold.Threshold;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepWatchTest {
    private static final List<Threshold> SLO =
            List.of(Threshold.parse("http_req_response_time", "p(99)<250"));

    private int seconds;

    private Trial step(double asked, double brought, double length) {
        var watch = new StepWatch(new Step(asked, Purpose.BISECT, true, 2, length), SLO);
        seconds = 0;
        for (var second : new QueueServer(10, 50, false, 1).seconds(brought, 60)) {
            seconds++;
            if (watch.add(second)) {
                break;
            }
        }
        return watch.trial();
    }

    @Test
    void aStepHasASettlingPartAndItsLength() {
        var trial = step(100, 100, 10);

        assertThat(trial.outcome()).isEqualTo(Outcome.HELD);
        assertThat(seconds).isEqualTo(12);
        assertThat(trial.figures().fromNanos()).isEqualTo(2_000_000_000L);
        assertThat(trial.figures().iterationsPerSecond()).isBetween(99.0, 101.0);
        assertThat(trial.figures().p99Millis()).isBetween(49.9, 50.5);
    }

    @Test
    void aStepWithoutHopeEndsEarly() {
        var trial = step(1000, 1000, 10);

        assertThat(trial.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(seconds).isEqualTo(5);
        assertThat(trial.missed().getFirst().text()).isEqualTo("http_req_response_time: p(99)<250");
    }

    @Test
    void aLineThatGrowsIsTooMuchThoughTheTimesAreStillMet() {
        var trial = step(202.5, 202.5, 9);

        assertThat(trial.objectives().getFirst().met()).isTrue();
        assertThat(trial.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(trial.missed())
                .extracting(Objective::text)
                .containsExactly("response time does not grow");
    }

    @Test
    void aLoadThatTheGeneratorDoesNotBringIsItsLimit() {
        var trial = step(150, 100, 10);

        assertThat(trial.outcome()).isEqualTo(Outcome.GENERATOR_LIMITED);
        assertThat(trial.remark()).contains("began 100 iterations per second");
    }
}
