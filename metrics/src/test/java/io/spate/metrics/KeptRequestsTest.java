package io.spate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.KeptRequests.KeptRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KeptRequestsTest {
    private static Series series(String name) {
        return new Series(BuiltinMetrics.HTTP_REQS, Tags.of("method", "GET").with("name", name));
    }

    private static KeptRequests merged(List<KeptRequests> parts) {
        return parts.stream().reduce(KeptRequests.NONE, KeptRequests::merge);
    }

    /** Loops and seconds come in any order. */
    @Property(tries = 100)
    void theSlowestAreTheSameInWhateverOrderTheyAreMerged(
            @ForAll @IntRange(min = 1, max = 60) int count, @ForAll long seed) {
        var parts = new ArrayList<KeptRequests>();
        for (int i = 0; i < count; i++) {
            parts.add(Kept.ofSlowest(Kept.request(series("/" + i % 3), i, i * 1_000L)));
        }
        var inOrder = merged(parts).slowest();
        Collections.shuffle(parts, new Random(seed));

        assertThat(merged(parts).slowest()).isEqualTo(inOrder);
        assertThat(inOrder).hasSizeLessThanOrEqualTo(10);
        assertThat(inOrder.getFirst().times().durationNanos()).isEqualTo((count - 1) * 1_000L);
    }

    @Example
    void oneEndpointHasHalfOfTheSlowestAtMost() {
        var parts = new ArrayList<KeptRequests>();
        for (int i = 0; i < 20; i++) {
            parts.add(Kept.ofSlowest(Kept.request(series("/slow"), i, 1_000_000 + i)));
        }
        parts.add(Kept.ofSlowest(Kept.request(series("/quick"), 1, 5)));

        assertThat(merged(parts).slowest())
                .extracting(it -> it.series().tags().get("name"))
                .containsExactly("/slow", "/slow", "/slow", "/slow", "/slow", "/quick");
    }

    @Example
    void theFirstOfEachKindOfFailureStays() {
        var parts = new ArrayList<KeptRequests>();
        for (int i = 0; i < 600; i++) {
            var kind = series("/" + i);
            for (int j = 0; j < 8; j++) {
                parts.add(Kept.ofFailed(Kept.failed(kind, 10L * i + j)));
            }
        }
        var failed = merged(parts).failed();
        var some = merged(parts).someFailed();

        assertThat(failed).hasSize(700);
        assertThat(failed).extracting(KeptRequest::series).contains(series("/599"));
        assertThat(some).hasSize(100);
        assertThat(some).extracting(KeptRequest::series).doesNotHaveDuplicates();
    }

    @Example
    void ofOneKindFiveStay() {
        var parts =
                IntStream.range(0, 30)
                        .mapToObj(it -> Kept.ofFailed(Kept.failed(series("/a"), it)))
                        .toList();
        assertThat(merged(parts).failed()).hasSize(5);
        assertThat(merged(parts).someFailed())
                .extracting(it -> it.startedAt().getEpochSecond())
                .containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Example
    void sampledOnesAreBoundedAndCounted() {
        var thousand =
                new KeptRequests(
                        List.of(),
                        List.of(),
                        LongStream.range(0, 1_000)
                                .mapToObj(it -> Kept.sampled(series("/a"), it))
                                .toList(),
                        0);
        var parts = Collections.nCopies(7, thousand);

        assertThat(merged(parts).sampled()).hasSize(5_000);
        assertThat(merged(parts).sampledLost()).isEqualTo(2_000);
        assertThat(merged(parts).withoutSampled()).isEqualTo(KeptRequests.NONE);
    }

    @Example
    void aTotalHasNoSampledOnes() {
        var totals = new Totals();
        var kept =
                new KeptRequests(List.of(), List.of(), List.of(Kept.sampled(series("/a"), 1)), 0);
        totals.add(Snapshot.empty(0, 1).withKept(kept));

        assertThat(totals.snapshot().kept()).isEqualTo(KeptRequests.NONE);
    }

    @Example
    void numbersOfTracesAreWrittenInFull() {
        var trace = new KeptRequest.Trace(0xab, -1, 0x1f, true);
        assertThat(trace.traceId()).isEqualTo("00000000000000abffffffffffffffff");
        assertThat(trace.spanId()).isEqualTo("000000000000001f");
    }
}
