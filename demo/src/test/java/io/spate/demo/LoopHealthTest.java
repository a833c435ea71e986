package io.spate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LoopHealthTest {
    private final MockTicker ticker = Ticker.newMockTicker();
    private final Queue<Runnable> probes = new ArrayDeque<>();
    private final LoopHealth loop = new LoopHealth(ticker, (nanos, task) -> probes.add(task));

    private void probeAfterMillis(long millis) {
        ticker.advanceMillis(millis);
        probes.remove().run();
    }

    @Test
    void lagIsTheLatenessOfTheLastProbe() {
        loop.watch();
        probeAfterMillis(500);
        assertThat(loop.lagSeconds()).isZero();
        probeAfterMillis(620);
        assertThat(loop.lagSeconds()).isCloseTo(0.12, within(1e-9));
        probeAfterMillis(620);
        assertThat(loop.lagSeconds()).isCloseTo(0.12, within(1e-9));
        probeAfterMillis(500);
        assertThat(loop.lagSeconds()).isZero();
    }
}
