package io.spate.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Tags;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.ThinkTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkloadWordsTest {
    @Test
    void describesThinkTimeAndPacing() {
        var uniform = new ThinkTime.Uniform(Duration.ofMillis(500), Duration.ofSeconds(90));
        var pacing = Duration.ofSeconds(5);

        assertThat(words(ThinkTime.NONE, Duration.ZERO)).isEmpty();
        assertThat(words(uniform, Duration.ZERO)).isEqualTo("500ms to 1m30s");
        assertThat(words(ThinkTime.NONE, pacing)).isEqualTo("every 5s");
        assertThat(words(uniform, pacing)).isEqualTo("500ms to 1m30s, every 5s");
    }

    private static String words(ThinkTime think, Duration pacing) {
        return WorkloadWords.think(
                new Scenario(
                        "browse",
                        new Executor.ConstantVus(1, Duration.ofMinutes(1)),
                        think,
                        pacing,
                        Optional.empty(),
                        Duration.ZERO,
                        Duration.ZERO,
                        Tags.NONE));
    }
}
