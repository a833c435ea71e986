package io.spate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {
    @Test
    void namesEveryMistakeAtOnce() {
        Latency latency = Latency.parse("none");
        assertThatThrownBy(() -> new DemoOptions(" ", 70_000, "", latency, 1.5, -1, 0, 1))
                .isInstanceOf(InvalidDemoOptionsException.class)
                .hasMessageContaining("host is empty")
                .hasMessageContaining("port 70000 is not between 0 (any free port) and 65535")
                .hasMessageContaining("node id")
                .hasMessageContaining("error rate 1.5 is not between 0 and 1")
                .hasMessageContaining("capacity -1 is not between 0 (unlimited) and 1000000")
                .hasMessageContaining("queue rate 0.0 is not above 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesErrorRatesThatAreNone(double rate) {
        assertThatThrownBy(() -> DemoOptions.defaults().withErrorRate(rate))
                .isInstanceOf(InvalidDemoOptionsException.class);
    }

    @Test
    void changesOneValueAtATime() {
        DemoOptions options =
                DemoOptions.defaults()
                        .withHost("0.0.0.0")
                        .withPort(8000)
                        .withNodeId("b")
                        .withLatency(Latency.parse("none"))
                        .withErrorRate(0.1)
                        .withCapacity(3)
                        .withQueueRate(7)
                        .withSeed(9);
        assertThat(options)
                .isEqualTo(new DemoOptions("0.0.0.0", 8000, "b", new Latency.None(), 0.1, 3, 7, 9));
    }
}
