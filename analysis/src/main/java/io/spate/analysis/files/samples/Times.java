package io.spate.analysis.files.samples;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/**
 * Reads times: RFC 3339, or seconds, milliseconds, microseconds or nanoseconds since 1970, told
 * apart by their magnitude. Belongs to one thread: it remembers the last second it was asked for.
 */
public final class Times {
    private static final long SECOND = 1_000_000_000;
    private static final int SECOND_ENDS = "2026-01-02T03:04:05".length();
    private static final BigDecimal NANOS_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private String lastDate = "";
    private String lastZone = "";
    private long lastSecond;

    /** A time in nanoseconds since 1970; nothing where the text is none. */
    public OptionalLong epochNanos(String text) {
        return text.indexOf('T') == 10 ? ofDate(text) : ofNumber(text);
    }

    private OptionalLong ofDate(String text) {
        int zone = SECOND_ENDS;
        long nanos = 0;
        if (zone < text.length() && text.charAt(zone) == '.') {
            zone++;
            long unit = SECOND;
            while (zone < text.length() && Character.isDigit(text.charAt(zone))) {
                unit /= 10;
                nanos += unit * Character.digit(text.charAt(zone), 10);
                zone++;
            }
        }
        if (zone >= text.length()) {
            return OptionalLong.empty();
        }
        if (!text.startsWith(lastDate)
                || lastDate.isEmpty()
                || !text.endsWith(lastZone)
                || lastZone.length() != text.length() - zone) {
            var date = text.substring(0, SECOND_ENDS);
            var offset = text.substring(zone);
            try {
                lastSecond = OffsetDateTime.parse(date + offset).toEpochSecond();
                Math.multiplyExact(lastSecond + 1, SECOND);
            } catch (DateTimeException | ArithmeticException _) {
                lastDate = "";
                return OptionalLong.empty();
            }
            lastDate = date;
            lastZone = offset;
        }
        return OptionalLong.of(lastSecond * SECOND + nanos);
    }

    private static OptionalLong ofNumber(String text) {
        try {
            var number = new BigDecimal(text.strip());
            int digits = number.precision() - number.scale();
            if (digits > 19 || number.signum() < 0) {
                return OptionalLong.empty();
            }
            int power = digits <= 11 ? 9 : digits <= 14 ? 6 : digits <= 17 ? 3 : 0;
            var nanos = number.movePointRight(power);
            return nanos.compareTo(NANOS_MAX) > 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(nanos.longValue());
        } catch (ArithmeticException | NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
