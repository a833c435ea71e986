package io.spate.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.plan.Executor;
import io.spate.plan.Stage;
import io.spate.plan.ThinkTime;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadWordsTest {

    @Test
    void describesEachExecutor() {
        assertThat(WorkloadWords.describe(new Executor.ConstantVus(1, Duration.ofMinutes(90))))
                .isEqualTo("1 user for 1h 30m");
        assertThat(
                        WorkloadWords.describe(
                                new Executor.SharedIterations(10, 12_000, Duration.ofMillis(1500))))
                .isEqualTo("12,000 iterations shared by 10 users, for at most 1.5s");
        assertThat(
                        WorkloadWords.describe(
                                new Executor.ConstantArrivalRate(
                                        0.5, Duration.ofSeconds(70), 10, 100)))
                .isEqualTo("0.5 iterations/s for 1m 10s, by 10 to 100 users");
        var stages =
                List.of(
                        new Stage(Duration.ofSeconds(30), 50),
                        new Stage(Duration.ofSeconds(9), 50),
                        new Stage(Duration.ZERO, 10));
        assertThat(WorkloadWords.describe(new Executor.RampingVus(0, stages)))
                .isEqualTo("from 0 users to 50 in 30s, 50 for 9s, jump to 10");
    }

    @Test
    void manyStagesAreNotToldOneByOne() {
        var stages = Collections.nCopies(20, new Stage(Duration.ofSeconds(1), 5));

        assertThat(WorkloadWords.describe(new Executor.RampingVus(2, stages)))
                .hasSizeLessThan(140)
                .endsWith("and 12 more stages");
    }

    @Test
    void describesThinkTime() {
        assertThat(WorkloadWords.think(ThinkTime.NONE)).isEmpty();
        assertThat(
                        WorkloadWords.think(
                                new ThinkTime.Uniform(
                                        Duration.ofMillis(500), Duration.ofSeconds(2))))
                .isEqualTo("500ms to 2s");
    }
}
