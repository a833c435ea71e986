package io.spate.output.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class InstantsTest {
    @Property
    void noTwoValuesHaveTheSame(
            @ForAll @Size(max = 300) List<@IntRange(max = 20) Integer> lanes,
            @ForAll @IntRange(max = 40) int stepNanos) {
        var instants = new Instants();
        var seen = new HashSet<Long>();
        // The number of lanes is known before the first value.
        instants.next(20, 0);
        long now = 1_700_000_000_000_000_000L;
        for (int lane : lanes) {
            assertThat(seen.add(instants.next(lane, now))).isTrue();
            now += stepNanos;
        }
    }

    @Property
    void isNearTheTruth(@ForAll @IntRange(max = 3) int lane) {
        var instants = new Instants();
        for (long now = 1_700_000_000_000_000_000L, i = 0; i < 100; i++, now += 1_000) {
            assertThat(instants.next(lane, now)).isBetween(now - 4, now + 4);
        }
    }
}
