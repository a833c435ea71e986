package io.spate.report.markdown;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Numbers and times as reports in Markdown write them. */
final class Figures {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Figures() {}

    /** One decimal, below ten two, with thousands apart: {@code 1,050.3}. */
    static String decimal(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        boolean small = value != 0 && Math.abs(value) < 9.995;
        return String.format(Locale.ROOT, small ? "%,.2f" : "%,.1f", value);
    }

    /** A number with one decimal and thousands apart. */
    static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * A share of 0 to 1 in percent, with two decimals, or as many as keep it from being nothing.
     */
    static String percent(double share) {
        var percent = BigDecimal.valueOf(share).movePointRight(2);
        var rounded = percent.setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 && percent.signum() != 0
                ? percent.round(new MathContext(1)).toPlainString()
                : rounded.toPlainString();
    }

    /** What is not a share of all, cut after two decimals, so that 100.00 means all. */
    static String percentCut(double share) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(2, RoundingMode.DOWN)
                .toPlainString();
    }

    /** An instant of ISO 8601 as {@code 2025-01-27 10:30:00}, in UTC. */
    static String timestamp(String instant) {
        try {
            return SECONDS.format(Instant.parse(instant));
        } catch (DateTimeParseException _) {
            return instant;
        }
    }
}
