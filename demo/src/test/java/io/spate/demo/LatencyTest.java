package io.spate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyTest {
    private static final int SAMPLES = 200_000;

    private static long[] sorted(Latency latency, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] samples = new long[SAMPLES];
        Arrays.setAll(samples, i -> latency.sampleNanos(random));
        Arrays.sort(samples);
        return samples;
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, -1.6448536",
        "0.25, -0.6744898",
        "0.50, 0",
        "0.75, 0.6744898",
        "0.90, 1.2815516",
        "0.95, 1.6448536",
        "0.99, 2.3263479",
        "0.999, 3.0902323"
    })
    void logNormalHasItsQuantiles(double share, double z) {
        double sigma = 0.5;
        long[] samples = sorted(new Latency.LogNormal(Duration.ofMillis(20), sigma), 42);
        double expected = 20e6 * Math.exp(sigma * z);
        double actual = samples[(int) (share * SAMPLES)];
        assertThat(actual).isCloseTo(expected, within(0.02 * expected));
    }

    @Test
    void logNormalIsCutAtTheLongestDelay() {
        long[] samples = sorted(new Latency.LogNormal(Duration.ofSeconds(50), 3), 7);
        assertThat(samples[SAMPLES - 1]).isEqualTo(Latency.MAX.toNanos());
    }

    @Test
    void bimodalHasItsShareOfSlowOnes() {
        long[] samples = sorted(Latency.parse("bimodal:5ms,200ms,0.05"), 3);
        assertThat(LongStream.of(samples).distinct()).containsExactly(5_000_000L, 200_000_000L);
        long slow = LongStream.of(samples).filter(nanos -> nanos > 5_000_000).count();
        assertThat((double) slow / SAMPLES).isCloseTo(0.05, within(0.003));
    }

    @Test
    void constantAndNoneDoNotVary() {
        assertThat(LongStream.of(sorted(Latency.parse("constant:10ms"), 1)).distinct())
                .containsExactly(10_000_000L);
        assertThat(LongStream.of(sorted(Latency.parse("none"), 1)).distinct()).containsExactly(0L);
    }

    @Test
    void readsEveryForm() {
        assertThat(Latency.parse("none")).isEqualTo(new Latency.None());
        assertThat(Latency.parse(" Constant:1.5s "))
                .isEqualTo(new Latency.Constant(Duration.ofMillis(1_500)));
        assertThat(Latency.parse("lognormal:20ms,0.5"))
                .isEqualTo(new Latency.LogNormal(Duration.ofMillis(20), 0.5));
        assertThat(Latency.parse("bimodal:500us, 200ms, 0.05"))
                .isEqualTo(
                        new Latency.Bimodal(
                                Duration.ofNanos(500_000), Duration.ofMillis(200), 0.05));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "constant | takes 1 values, not 0",
                "none:1ms | takes 0 values, not 1",
                "lognormal:20ms | takes 2 values, not 1",
                "normal:20ms,1 | there is no latency \"normal\"",
                "constant:10 | \"10\" is not a duration such as 500us, 20ms or 1.5s",
                "constant:-1ms | \"-1ms\" is not a duration",
                "constant:2000s | delay is not between 0 and 60s",
                "lognormal:20ms,half | \"half\" is not a number",
                "lognormal:20ms,5 | sigma 5.0 is not between 0 and 4",
                "bimodal:5ms,2ms,0.1 | the slow delay is below the fast one",
                "bimodal:5ms,20ms,1.1 | share of slow requests 1.1 is not between 0 and 1"
            })
    void saysWhatIsWrongAndWhatIsRight(String text, String problem) {
        assertThatThrownBy(() -> Latency.parse(text))
                .isInstanceOf(InvalidDemoOptionsException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining(problem)
                .hasMessageContaining("lognormal:20ms,0.5");
    }

    @Property
    void textsReadBackAsTheSameValue(
            @ForAll @LongRange(max = 30_000_000_000L) long fast,
            @ForAll @LongRange(max = 30_000_000_000L) long more,
            @ForAll @DoubleRange(max = 1) double share) {
        Latency bimodal =
                new Latency.Bimodal(Duration.ofNanos(fast), Duration.ofNanos(fast + more), share);
        Latency logNormal = new Latency.LogNormal(Duration.ofNanos(more), 4 * share);
        Latency constant = new Latency.Constant(Duration.ofNanos(fast));
        assertThat(Latency.parse(bimodal.text())).isEqualTo(bimodal);
        assertThat(Latency.parse(logNormal.text())).isEqualTo(logNormal);
        assertThat(Latency.parse(constant.text())).isEqualTo(constant);
    }
}
