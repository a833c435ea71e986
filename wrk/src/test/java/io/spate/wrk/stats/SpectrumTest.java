package io.spate.wrk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;

class SpectrumTest {
    /** Below 2048 HdrHistogram keeps each number, as we do. */
    @Property
    void theRowsAreHdrHistograms(
            @ForAll @Size(min = 1, max = 300)
                    List<@IntRange(min = 1, max = 2_000) Integer> numbers) {
        var counter = new Counter(10_000);
        var reference = new Histogram(1, 10_000, 3);
        for (int number : numbers) {
            counter.record(number);
            reference.recordValue(number);
        }
        var expected = new ArrayList<Spectrum.Row>();
        for (var row : reference.percentiles(5)) {
            expected.add(
                    new Spectrum.Row(
                            row.getPercentileLevelIteratedTo(),
                            row.getValueIteratedTo(),
                            row.getTotalCountToThisValue()));
        }
        assertThat(Spectrum.of(counter.values())).containsExactlyElementsOf(expected);
    }
}
