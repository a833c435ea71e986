package io.spate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Tags;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.Stage;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunHeadTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void scenariosAreToldInTheWordsOfK6() {
        var late =
                new Scenario(
                        "ramp",
                        new Executor.RampingVus(1, List.of(new Stage(MINUTE, 50))),
                        ThinkTime.NONE,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Tags.NONE);
        var plan =
                new TestPlan(
                        "shop",
                        "http://localhost:8000",
                        List.of(
                                Scenario.of("browse", new Executor.ConstantVus(20, MINUTE)),
                                late,
                                Scenario.of(
                                        "rate",
                                        new Executor.ConstantArrivalRate(2000, MINUTE, 10, 100))),
                        List.of(),
                        Tags.NONE);

        assertThat(RunHead.of(plan, "shop.yml", List.of("html (report.html)", "csv (out)")))
                .isEqualTo(
                        """

                             execution: local
                                script: shop.yml
                                target: http://localhost:8000
                                output: html (report.html), csv (out)

                             scenarios: (100.00%) 3 scenarios, 170 max VUs, 1m40s max duration (incl. graceful stop):
                                      * browse: 20 looping VUs for 1m0s (gracefulStop: 5s)
                                      * ramp: Up to 50 looping VUs for 1m0s over 1 stages (startTime: 10s, gracefulStop: 30s)
                                      * rate: 2000.00 iterations/s for 1m0s (maxVUs: 10-100, gracefulStop: 5s)

                        """
                                .indent(0));
    }
}
