package io.spate.engine.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000 * MILLISECOND;

    @Test
    void nothingIsHeldBackInTime() {
        var catchUp = new CatchUp(0);
        for (long now = 0; now < SECOND; now += 50_000) {
            assertThat(catchUp.untilNanos(now, now)).isEqualTo(now);
        }
    }

    @Test
    void afterALongRestTheNextIsNotHeldBack() {
        var catchUp = new CatchUp(0);
        assertThat(catchUp.untilNanos(60 * SECOND, 60 * SECOND)).isEqualTo(60 * SECOND);
    }

    /** Turns of an equal length, one pause, and an iteration due at every instant. */
    @Property(tries = 200)
    void aPauseIsMadeUpForInAsLongAgain(
            @ForAll @LongRange(min = 1_000, max = 50 * MILLISECOND) long turn,
            @ForAll @LongRange(min = 100 * MILLISECOND, max = 2 * SECOND) long pause) {
        var catchUp = new CatchUp(0);
        long now = 0;
        long done = 0;
        for (int i = 0; i < 10; i++) {
            now += turn;
            done = catchUp.untilNanos(done, now);
        }
        assertThat(done).as("in time").isEqualTo(now);
        long resumed = now + pause;
        now = resumed;
        long before = done;
        done = catchUp.untilNanos(done, now);
        assertThat(done - before).isLessThanOrEqualTo(2 * Math.max(turn, MILLISECOND));
        while (done < now) {
            now += turn;
            before = done;
            done = catchUp.untilNanos(done, now);
            assertThat(done - before).isBetween(1L, 2 * Math.max(turn, MILLISECOND));
        }
        assertThat(now - resumed).isLessThanOrEqualTo(pause + 2 * turn);
    }

    @Property(tries = 100)
    void aWorkerWhoseTurnsAreAlwaysLongKeepsUp(
            @ForAll @LongRange(min = MILLISECOND, max = 500 * MILLISECOND) long turn) {
        var catchUp = new CatchUp(0);
        long now = 0;
        long done = 0;
        for (int i = 0; i < 20; i++) {
            now += turn;
            done = catchUp.untilNanos(done, now);
        }
        assertThat(done).isEqualTo(now);
    }
}
