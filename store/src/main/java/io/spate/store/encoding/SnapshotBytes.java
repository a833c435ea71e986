package io.spate.store.encoding;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Aggregate.Level;
import io.spate.metrics.Aggregate.Ratio;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A snapshot as bytes: one byte with the version, then, deflated, when it began and how long it is,
 * its series and its errors by their numbers among the {@link Names} of the run. Histograms are
 * whole. Requests that are kept as a whole are left out: the result has them.
 */
public final class SnapshotBytes {
    private static final byte VERSION = 1;
    private static final int COUNT = 0;
    private static final int LEVEL = 1;
    private static final int RATIO = 2;
    private static final int DISTRIBUTION = 3;

    /** What a second of as many series as a run may have comes to, and more. */
    private static final int BYTES_MAX = 1 << 30;

    private final Names names;

    /** Of a run with these names; what is new to them is added. */
    public SnapshotBytes(Names names) {
        this.names = names;
    }

    private record Numbered<T>(int number, T value) {}

    /** The bytes of a snapshot. */
    public byte[] encode(Snapshot snapshot) {
        var out = new ByteWriter();
        out.signed(snapshot.startNanos());
        out.number(snapshot.endNanos() - snapshot.startNanos());
        out.number(snapshot.aggregates().size());
        var byNumber =
                snapshot.aggregates().entrySet().stream()
                        .map(it -> new Numbered<>(names.number(it.getKey()), it.getValue()))
                        .sorted(Comparator.comparingInt(Numbered::number))
                        .toList();
        int last = 0;
        for (var one : byNumber) {
            out.number(one.number - last);
            last = one.number;
            write(one.value, out);
        }
        out.number(snapshot.errors().size());
        snapshot.errors()
                .forEach(
                        (error, count) -> {
                            out.number(names.number(error));
                            out.number(count);
                        });
        return deflated(out.bytes());
    }

    private static void write(Aggregate aggregate, ByteWriter out) {
        switch (aggregate) {
            case Count(var total) -> {
                out.number(COUNT);
                out.signed(total);
            }
            case Level level -> {
                out.number(LEVEL);
                out.signed(level.last());
                out.signed(level.lastNanos());
                out.signed(level.min());
                out.signed(level.max());
            }
            case Ratio ratio -> {
                out.number(RATIO);
                out.number(ratio.hits());
                out.number(ratio.total());
            }
            case Distribution(var histogram) -> {
                out.number(DISTRIBUTION);
                Histograms.write(histogram, out);
            }
        }
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream(bytes.length / 2 + 64);
            out.write(VERSION);
            var part = new byte[8192];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        }
    }

    /** The snapshot of which bytes were made. */
    public Snapshot decode(byte[] bytes) throws DamagedException {
        var in = new ByteReader(inflated(bytes));
        long start = in.signed();
        long end = start + in.number();
        int series = in.count();
        Map<Series, Aggregate> aggregates = HashMap.newHashMap(series);
        long number = 0;
        for (int i = 0; i < series; i++) {
            number += in.number();
            aggregates.put(names.series(number), aggregate(in));
        }
        int kinds = in.count();
        Map<ScriptError, Long> errors = HashMap.newHashMap(kinds);
        for (int i = 0; i < kinds; i++) {
            errors.put(names.error(in.number()), in.number());
        }
        if (!in.isAtEnd()) {
            throw new DamagedException("more follows after its end");
        }
        return new Snapshot(start, end, aggregates, errors);
    }

    private static Aggregate aggregate(ByteReader in) throws DamagedException {
        long kind = in.number();
        if (kind == COUNT) {
            return new Count(in.signed());
        }
        if (kind == LEVEL) {
            return new Level(in.signed(), in.signed(), in.signed(), in.signed());
        }
        if (kind == RATIO) {
            return new Ratio(in.number(), in.number());
        }
        if (kind == DISTRIBUTION) {
            return new Distribution(Histograms.read(in));
        }
        throw new DamagedException("there is no kind of values " + kind);
    }

    private static byte[] inflated(byte[] bytes) throws DamagedException {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new DamagedException(
                    bytes.length == 0 ? "it is empty" : "its version is " + bytes[0]);
        }
        try (var inflater = new Inflater(true)) {
            inflater.setInput(bytes, 1, bytes.length - 1);
            var out = new ByteArrayOutputStream(4 * bytes.length);
            var part = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 || out.size() > BYTES_MAX) {
                    throw new DamagedException("it breaks off");
                }
                out.write(part, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new DamagedException("it cannot be inflated", e);
        }
    }
}
