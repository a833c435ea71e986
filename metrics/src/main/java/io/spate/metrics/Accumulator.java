package io.spate.metrics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that grows in place: what it has come to is the merge of all that was added, at the
 * cost of what is added. Belongs to one thread.
 */
public final class Accumulator {
    private @Nullable HistogramSum trend;
    private @Nullable Aggregate other;

    /** Adds values of the same kind. Throws {@link IllegalArgumentException} where kinds differ. */
    public void add(Aggregate more) {
        if (more instanceof Aggregate.Distribution(var histogram) && other == null) {
            HistogramSum sum = trend;
            if (sum == null) {
                sum = new HistogramSum();
                trend = sum;
            }
            sum.add(histogram);
        } else {
            Aggregate known = aggregate().orElse(null);
            other = known == null ? more : known.merge(more);
        }
    }

    /** What has been added; nothing where nothing was. */
    public Optional<Aggregate> aggregate() {
        HistogramSum sum = trend;
        return sum == null
                ? Optional.ofNullable(other)
                : Optional.of(new Aggregate.Distribution(sum.histogram()));
    }
}
