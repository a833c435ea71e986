package io.spate.output.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OutboxTest {
    /** Numbers from one to another that came together. */
    record Span(int from, int to, boolean merges) implements Freight<Span> {
        @Override
        public long bytes() {
            return 10;
        }

        @Override
        public long points() {
            return to - from + 1L;
        }

        @Override
        public Optional<Span> merged(Span later) {
            return merges ? Optional.of(new Span(from, later.to, true)) : Optional.empty();
        }
    }

    private static List<Span> emptied(Outbox<Span> outbox) {
        var all = new ArrayList<Span>();
        for (var next = outbox.poll(); next.isPresent(); next = outbox.poll()) {
            all.add(next.get());
        }
        return all;
    }

    @Property
    void keepsAllThatCanBeMergedInOrderAndWithinLimits(
            @ForAll @IntRange(min = 1, max = 500) int count,
            @ForAll @IntRange(min = 1, max = 20) int limit) {
        var outbox = new Outbox<Span>(limit, Long.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            outbox.add(new Span(i, i, true));
        }
        var all = emptied(outbox);

        assertThat(all).hasSize(Math.min(count, limit));
        int next = 0;
        for (var span : all) {
            assertThat(span.from()).isEqualTo(next);
            next = span.to() + 1;
        }
        assertThat(next).isEqualTo(count);
        assertThat(outbox.dropped()).isZero();
        assertThat(outbox.merged()).isEqualTo(Math.max(0, count - limit));
    }

    @Property
    void becomesLessFineEvenly(@ForAll @IntRange(min = 1, max = 2000) int count) {
        var outbox = new Outbox<Span>(16, Long.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            outbox.add(new Span(i, i, true));
        }
        assertThat(emptied(outbox))
                .allMatch(it -> it.points() <= Math.max(1, 4 * Math.ceil(count / 16.0)));
    }

    @Test
    void dropsTheOldestWhereTheyCannotBeMerged() {
        var outbox = new Outbox<Span>(2, Long.MAX_VALUE);
        outbox.add(new Span(0, 4, false));
        outbox.add(new Span(5, 5, false));
        outbox.add(new Span(6, 6, false));

        assertThat(emptied(outbox)).extracting(Span::from).containsExactly(5, 6);
        assertThat(outbox.dropped()).isEqualTo(5);
    }

    @Test
    void isBoundedByBytesToo() {
        var outbox = new Outbox<Span>(100, 25);
        for (int i = 0; i < 5; i++) {
            outbox.add(new Span(i, i, false));
        }
        assertThat(emptied(outbox)).extracting(Span::from).containsExactly(3, 4);
        assertThat(outbox.dropped()).isEqualTo(3);
    }

    @Test
    void countsWhatIsGivenUp() {
        var outbox = new Outbox<Span>();
        outbox.add(new Span(0, 9, true));
        outbox.clear();

        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.dropped()).isEqualTo(10);
    }
}
