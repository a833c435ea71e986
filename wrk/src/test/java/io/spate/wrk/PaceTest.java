package io.spate.wrk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void requestsAreDueAtEvenDistances() {
        var pace = new Pace(1_000, 100);
        assertThat(pace.sendNanos(1_000)).isEqualTo(1_000);
        pace.completed(1);
        assertThat(pace.sendNanos(1_020)).isEqualTo(1_100);
        pace.completed(1);
        assertThat(pace.sendNanos(1_110)).isEqualTo(1_200);
    }

    @Test
    void aPipelineTakesAsManyPlaces() {
        var pace = new Pace(0, 100);
        pace.completed(3);
        assertThat(pace.dueNanos()).isEqualTo(300);
    }

    @Test
    void whatWasMissedIsMadeUpForAtTwiceTheRate() {
        var pace = new Pace(0, 100);
        assertThat(pace.sendNanos(1_000)).isEqualTo(1_000);
        pace.completed(1);
        assertThat(pace.dueNanos()).isEqualTo(100);
        assertThat(pace.sendNanos(1_010)).isEqualTo(1_050);
        pace.completed(1);
        assertThat(pace.sendNanos(1_060)).isEqualTo(1_100);
    }

    @Test
    void onceCaughtUpItIsOnPaceAgain() {
        var pace = new Pace(0, 100);
        pace.sendNanos(150);
        pace.completed(1);
        pace.sendNanos(160);
        pace.completed(1);
        assertThat(pace.sendNanos(190)).isEqualTo(200);
        assertThat(pace.dueNanos()).isEqualTo(200);
    }
}
