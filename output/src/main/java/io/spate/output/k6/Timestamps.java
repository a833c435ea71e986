package io.spate.output.k6;

import io.spate.output.text.Decimals;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of day as RFC 3339 writes them. Belongs to one thread. */
final class Timestamps {
    private static final long SECOND = 1_000_000_000;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("XXX", Locale.ROOT);

    private final ZoneId zone;
    private long second = Long.MIN_VALUE;
    private String date = "";
    private String offset = "";

    Timestamps(ZoneId zone) {
        this.zone = zone;
    }

    /** With as many decimals of a second as there are, such as {@code ...:10.5+02:00}. */
    void withNanos(StringBuilder into, long epochNanos) {
        go(epochNanos);
        into.append(date);
        long nanos = Math.floorMod(epochNanos, SECOND);
        if (nanos > 0) {
            into.append('.');
            Decimals.padded(into, nanos, 9);
            int end = into.length();
            while (into.charAt(end - 1) == '0') {
                end--;
            }
            into.setLength(end);
        }
        into.append(offset);
    }

    /** In whole seconds. */
    void inSeconds(StringBuilder into, long epochNanos) {
        go(epochNanos);
        into.append(date).append(offset);
    }

    private void go(long epochNanos) {
        long now = Math.floorDiv(epochNanos, SECOND);
        if (now != second) {
            second = now;
            var time = ZonedDateTime.ofInstant(Instant.ofEpochSecond(now), zone);
            date = SECONDS.format(time);
            offset = OFFSET.format(time);
        }
    }
}
