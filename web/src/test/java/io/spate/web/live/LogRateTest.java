package io.spate.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogRateTest {
    private final LogRate rate = new LogRate();

    @Test
    void aSecondHasSoManyLinesAndTheOthersAreCounted() {
        var now = Instant.EPOCH;
        for (int i = 0; i < LogRate.LINES_MAX; i++) {
            assertThat(rate.admits(now)).isTrue();
        }
        assertThat(rate.admits(now.plusMillis(999))).isFalse();
        assertThat(rate.admits(now.plusMillis(999))).isFalse();

        assertThat(rate.admits(now.plusSeconds(1))).isTrue();
        assertThat(rate.takeLeft()).isEqualTo(2);
        assertThat(rate.takeLeft()).isZero();
    }
}
