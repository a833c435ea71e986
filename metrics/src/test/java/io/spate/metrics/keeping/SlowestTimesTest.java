package io.spate.metrics.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class SlowestTimesTest {
    @Property
    void noneThatIsMuchSlowerThanOneOfThemIsLeftOut(
            @ForAll List<@LongRange(min = 0, max = 1L << 40) Long> nanos) {
        var times = new SlowestTimes(5);
        var kept = new ArrayList<Long>();
        for (long time : nanos) {
            if (time > times.bar()) {
                kept.add(time);
                long gone = times.add(time);
                if (gone >= 0) {
                    kept.remove(gone);
                }
            }
        }
        var left = new ArrayList<>(nanos);
        kept.forEach(left::remove);

        assertThat(kept).hasSize(Math.min(5, nanos.size()));
        if (!left.isEmpty()) {
            long least = Collections.min(kept);
            assertThat(Collections.max(left)).isLessThanOrEqualTo(least + least / 64);
        }
    }

    @Example
    void timesThatOnlyGrowDoNotComeInOneByOne() {
        var times = new SlowestTimes(10);
        int added = 0;
        for (long time = 1_000_000; time < 2_000_000; time += 10) {
            if (time > times.bar()) {
                times.add(time);
                added++;
            }
        }
        // A doubling is 45 steps of a 64th; each step lets in ten.
        assertThat(added).isBetween(10, 500);
    }

    @Example
    void oneTakesThePlaceOfAnother() {
        var times = new SlowestTimes(2);
        times.add(640);
        times.add(1_280);
        times.replace(1_280, 2_560);
        assertThat(times.toString()).isEqualTo("[640, 2560]");
        times.replace(5, 6_400);
        assertThat(times.toString()).isEqualTo("[6400, 2560]");
        times.clear();
        assertThat(times.bar()).isNegative();
    }

    @Example
    void sharesAreReadAsPeopleWriteThem() {
        assertThat(Tracing.share("5%")).isEqualTo(0.05);
        assertThat(Tracing.share("0.05")).isEqualTo(0.05);
        assertThat(Tracing.share("true")).isEqualTo(0.01);
        assertThat(Tracing.parse("false")).isEqualTo(Tracing.OFF);
        assertThat(Tracing.parse("100%")).isEqualTo(new Tracing(true, 1, 100, false));
        for (var wrong : List.of("", "%", "101%", "-1", "NaN", "5 %%", "often")) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> Tracing.parse(wrong))
                    .withMessageContaining("share");
        }
    }

    @Example
    void whatAnyoneAsksForIsDone() {
        var output = new Tracing(true, 0.5, 20, true);
        assertThat(Tracing.ofShare(0.1).and(output)).isEqualTo(new Tracing(true, 0.5, 100, true));
        assertThat(output.forOneOf(3).perSecond()).isEqualTo(7);
    }
}
