package io.spate.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.RampingArrivalRate;
import io.spate.plan.RateStage;
import io.spate.plan.Scenario;
import io.spate.plan.Spacing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedRateTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({"0, 30", "30, 85", "60, 120", "119, 120", "120, 0"})
    void ratesOfScenariosComeTogether(long second, double rate) {
        var constant = Scenario.of("constant", new ConstantArrivalRate(20, MINUTE, 1, 10));
        var ramping =
                Scenario.of(
                        "ramping",
                        new RampingArrivalRate(
                                10,
                                List.of(new RateStage(MINUTE, 120), new RateStage(MINUTE, 120)),
                                1,
                                10,
                                Spacing.EVEN));
        var planned = new PlannedRate(List.of(constant, ramping));
        assertThat(planned.at(second * 1_000_000_000L)).hasValue(rate);
    }
}
