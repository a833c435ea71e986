package io.spate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.demo.web.Cost;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final Latency LATENCY = Latency.parse("lognormal:20ms,0.5");

    /** As the shop draws: errors and delays in turn. */
    private static List<Long> delays(double errorRate, long seed) {
        Draws draws = new Draws(LATENCY, errorRate, seed);
        return IntStream.range(0, 1_000)
                .mapToObj(
                        i -> {
                            boolean _ = draws.fails();
                            return draws.delayNanos(Cost.NORMAL);
                        })
                .toList();
    }

    @Test
    void theSeedSettlesTheDelays() {
        assertThat(delays(0, 1)).isEqualTo(delays(0, 1));
        assertThat(delays(0, 1)).isNotEqualTo(delays(0, 2));
    }

    @Test
    void theErrorRateDoesNotShiftTheDelays() {
        assertThat(delays(0.5, 1)).isEqualTo(delays(0, 1));
    }

    @Test
    void failsAsOftenAsTheErrorRateHasIt() {
        Draws draws = new Draws(LATENCY, 0.2, 5);
        long failed = Stream.generate(draws::fails).limit(50_000).filter(fails -> fails).count();
        assertThat(failed / 50_000.0).isCloseTo(0.2, within(0.01));
        Draws never = new Draws(LATENCY, 0, 5);
        assertThat(Stream.generate(never::fails).limit(1_000)).containsOnly(false);
        Draws always = new Draws(LATENCY, 1, 5);
        assertThat(Stream.generate(always::fails).limit(1_000)).containsOnly(true);
    }

    @Test
    void costMultipliesTheDelayAndSlowsSomeRequestsMore() {
        Draws draws = new Draws(Latency.parse("constant:10ms"), 0, 1);
        Cost cost = new Cost(2, 0.1, 10);
        List<Long> delays =
                Stream.generate(() -> draws.delayNanos(cost)).limit(20_000).sorted().toList();
        assertThat(delays).containsOnly(20_000_000L, 100_000_000L);
        long slow = delays.stream().filter(nanos -> nanos == 100_000_000L).count();
        assertThat(slow / 20_000.0).isCloseTo(0.1, within(0.01));
    }
}
