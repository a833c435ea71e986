package io.spate.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void heightsRunFromZeroToTheHighest() {
        assertThat(Sparkline.of(List.of(0.0, 1.0, 4.0, 8.0), 10)).isEqualTo("▁▁▄█");
    }

    @Test
    void onlyTheLastValuesThatFitAreShown() {
        assertThat(Sparkline.of(List.of(8.0, 4.0, 2.0), 2)).isEqualTo("█▄");
    }

    @Test
    void nothingButZerosIsFlat() {
        assertThat(Sparkline.of(List.of(0.0, 0.0), 10)).isEqualTo("▁▁");
        assertThat(Sparkline.of(List.of(), 10)).isEmpty();
    }
}
