package io.spate.store.encoding;

import io.spate.metrics.Histogram;

/**
 * Histograms as bytes: how far it is from each bucket to the next, how many values it holds. What
 * lies near together, which most times do, takes two bytes a bucket.
 */
final class Histograms {
    private Histograms() {}

    static void write(Histogram histogram, ByteWriter out) {
        var magnitudes = histogram.magnitudes();
        part(histogram.fromZero(), out);
        part(magnitudes, out);
    }

    private static void part(Histogram part, ByteWriter out) {
        out.number(part.buckets());
        if (part.buckets() == 0) {
            return;
        }
        out.number(part.sum());
        out.number(part.min());
        out.number(part.max() - part.min());
        int last = 0;
        for (int i = 0; i < part.buckets(); i++) {
            out.number(part.index(i) - last);
            out.number(part.countAt(i));
            last = part.index(i);
        }
    }

    static Histogram read(ByteReader in) throws DamagedException {
        var fromZero = part(in);
        return Histogram.signed(fromZero, part(in));
    }

    private static Histogram part(ByteReader in) throws DamagedException {
        int buckets = in.count();
        if (buckets == 0) {
            return Histogram.EMPTY;
        }
        long sum = in.number();
        long min = in.number();
        long max = min + in.number();
        var indexes = new char[buckets];
        var counts = new long[buckets];
        long index = 0;
        for (int i = 0; i < buckets; i++) {
            index += in.number();
            if (index < 0 || index > Character.MAX_VALUE) {
                throw new DamagedException("there is no bucket " + index);
            }
            indexes[i] = (char) index;
            counts[i] = in.number();
        }
        try {
            return Histogram.restored(indexes, counts, sum, min, max);
        } catch (IllegalArgumentException e) {
            throw new DamagedException(String.valueOf(e.getMessage()), e);
        }
    }
}
