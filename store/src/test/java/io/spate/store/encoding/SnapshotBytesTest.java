package io.spate.store.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SnapshotBytesTest {

    @Property(tries = 60)
    void aSnapshotComesBackAsItWas(@ForAll("snapshots") List<Snapshot> seconds)
            throws DamagedException {
        var names = new Names();
        var writer = new SnapshotBytes(names);
        var encoded = seconds.stream().map(writer::encode).toList();

        var read = new Names();
        for (int number = 0; number < names.size(); number++) {
            read.add(Name.parse(names.get(number).text()));
        }
        var reader = new SnapshotBytes(read);
        for (int i = 0; i < seconds.size(); i++) {
            assertThat(reader.decode(encoded.get(i))).isEqualTo(seconds.get(i));
        }
    }

    @Property(tries = 60)
    void whatIsDamagedIsToldAndNothingElseHappens(
            @ForAll("snapshots") List<Snapshot> seconds, @ForAll int at, @ForAll byte wrong) {
        var codec = new SnapshotBytes(new Names());
        var bytes = codec.encode(seconds.getFirst());
        bytes[Math.floorMod(at, bytes.length)] ^= (byte) (wrong | 1);

        try {
            assertThat(codec.decode(bytes)).isNotNull();
        } catch (DamagedException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    @Example
    void bytesOfAnotherVersionAreRefused() {
        var codec = new SnapshotBytes(new Names());
        var bytes = codec.encode(Snapshot.empty(0, 1));
        bytes[0] = 9;

        assertThatThrownBy(() -> codec.decode(bytes)).hasMessage("its version is 9");
    }

    @Example
    void aSecondOfManyTimesTakesTwoBytesABucketOrLess() {
        var times = new long[5_000];
        for (int i = 0; i < times.length; i++) {
            times[i] = 1_000_000 + 700L * i;
        }
        var histogram = Histogram.of(times);
        var series = new Series(Metric.time("http_req_duration"), Tags.NONE);
        var second =
                new Snapshot(0, 1, Map.of(series, new Aggregate.Distribution(histogram)), Map.of());

        assertThat(new SnapshotBytes(new Names()).encode(second))
                .hasSizeLessThan(2 * histogram.buckets() + 64);
    }

    @Provide
    Arbitrary<List<Snapshot>> snapshots() {
        var errors =
                Arbitraries.maps(
                        Combinators.combine(texts(), texts(), texts()).as(ScriptError::new),
                        Arbitraries.longs().greaterOrEqual(0));
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1L << 50),
                        Arbitraries.longs().between(0, 1L << 40),
                        Arbitraries.maps(series(), aggregates()).ofMaxSize(8),
                        errors.ofMaxSize(3))
                .as(
                        (start, length, values, told) ->
                                new Snapshot(start, start + length, values, told))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Arbitrary<Series> series() {
        var metrics =
                Combinators.combine(
                                texts(),
                                Arbitraries.of(Metric.Type.class),
                                Arbitraries.of(Metric.Contains.class))
                        .as(Metric::new);
        var tags = Arbitraries.maps(texts(), texts()).ofMaxSize(4).map(Tags::new);
        return Combinators.combine(metrics, tags).as(Series::new);
    }

    /** With lone halves of characters, which no text in UTF-8 may have. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(12);
    }

    private static Arbitrary<Aggregate> aggregates() {
        var any = Arbitraries.longs();
        var counted = Arbitraries.longs().greaterOrEqual(0);
        return Arbitraries.oneOf(
                any.map(Aggregate.Count::new),
                Combinators.combine(any, any, any, any).as(Aggregate.Level::new),
                Combinators.combine(counted, counted).as(Aggregate.Ratio::new),
                Arbitraries.longs()
                        .between(-(1L << 40), 1L << 55)
                        .array(long[].class)
                        .ofMaxSize(50)
                        .map(Histogram::of)
                        .map(Aggregate.Distribution::new));
    }
}
