package io.spate.metrics.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.ThresholdSyntaxException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thresholds relative to a baseline. */
class RelativeTest {
    @ParameterizedTest
    @CsvSource({
        "p(95)<baseline, p(95)<200",
        "p(95) < baseline * 1.1, p(95)<220",
        "p(95)<=baseline+20ms, p(95)<=220",
        "avg < baseline + 2s, avg<2200",
        "p(99) < baseline * 1.5 - 50 over 30s, p(99)<250 over 30s",
        "p(95)<baseline*1.0333333, p(95)<206.667",
    })
    void theNumberFollowsFromTheBaseline(String written, String resolved) {
        var threshold = Threshold.parse("http_req_duration", written);

        assertThat(threshold.condition().relative()).isPresent();
        assertThat(threshold.expression().replace(" ", "")).isEqualTo(written.replace(" ", ""));
        var number = threshold.relativeTo(200);
        assertThat(number).isEqualTo(Threshold.parse("http_req_duration", resolved));
        assertThat(number.relativeTo(1)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p(95)<baseline * 0",
                "p(95)<baseline * -1",
                "p(95)<baseline *",
                "p(95)<baselines",
                "p(95)<baseline + 20 min",
                "p(95)<1.1 * baseline"
            })
    void anythingElseIsRefused(String written) {
        assertThatThrownBy(() -> Threshold.parse("http_req_duration", written))
                .isInstanceOf(ThresholdSyntaxException.class);
    }

    @Test
    void whoKnowsNoBaselineDoesNotJudgeByIt() {
        var threshold = Threshold.parse("http_req_duration", "p(95)<baseline");

        assertThatThrownBy(() -> new Judge(List.of(threshold), List.of()))
                .hasMessageContaining("is relative to a baseline, which is not known here");
    }
}
