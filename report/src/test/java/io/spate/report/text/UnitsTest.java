package io.spate.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Metric.Contains;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0s, 0s",
        "999, 999ns, 999ns",
        "1000, 1µs, 1µs",
        "1239, 1.23µs, 1.23µs",
        "999_999, 999.99µs, 999µs",
        "3_100_000, 3.1ms, 3.1ms",
        "119_080_000, 119.08ms, 119ms",
        "21_390_000, 21.39ms, 21.3ms",
        "1_140_000_000, 1.14s, 1.14s",
        "59_999_999_999, 59.99s, 59.9s",
        "60_000_000_000, 1m0s, 1m0s",
        "90_500_000_000, 1m30s, 1m30s",
        "3_723_000_000_000, 1h2m3s, 1h2m3s"
    })
    void timesTakeTheUnitThatFits(String nanos, String exact, String threeDigits) {
        long value = Long.parseLong(nanos.replace("_", ""));

        assertThat(Units.nanos(value)).isEqualTo(exact);
        assertThat(Units.nanosShort(value)).isEqualTo(threeDigits);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "7, 7 B",
        "718, 718 B",
        "999.96, 1.0 kB",
        "1000, 1.0 kB",
        "4912, 4.9 kB",
        "9960, 10 kB",
        "76123, 76 kB",
        "519400, 519 kB",
        "999999, 1.0 MB",
        "1300000, 1.3 MB",
        "5e18, 5.0 EB"
    })
    void bytesGoInStepsOfAThousand(double bytes, String text) {
        assertThat(Units.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.00%",
        "1, 1, 100.00%",
        "2, 3, 66.66%",
        "99999, 100000, 99.99%",
        "29, 100, 29.00%"
    })
    void sharesAreNeverRoundedUp(long hits, long total, String text) {
        assertThat(Units.percent(hits, total)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"90, 90", "13.1221789, 13.122179", "6.5, 6.5", "0, 0", "1200000, 1200000"})
    void numbersHaveUpToSixDecimals(double value, String text) {
        assertThat(Units.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0m00s", "30, 0m30s", "150, 2m30s", "3723, 1h02m03s"})
    void aPositionInARunIsPadded(long seconds, String text) {
        assertThat(Units.clock(seconds * 1_000_000_000)).isEqualTo(text);
    }

    @Property
    void aTimeIsReadBackWithinItsLastDigit(@ForAll @LongRange(max = 59_999_999_999L) long nanos) {
        var text = Units.nanos(nanos);
        var unit = text.replaceAll("[\\d.]", "");
        long nanosPerUnit =
                switch (unit) {
                    case "ns" -> 1;
                    case "µs" -> 1_000;
                    case "ms" -> 1_000_000;
                    default -> 1_000_000_000;
                };
        var number = new BigDecimal(text.substring(0, text.length() - unit.length()));
        long read = number.multiply(BigDecimal.valueOf(nanosPerUnit)).longValueExact();

        assertThat(read).isBetween(nanos - Math.max(0, nanosPerUnit / 100 - 1), nanos);
        assertThat(number).isLessThan(BigDecimal.valueOf(1000));
    }

    @Property
    void threeDigitsAreThreeDigits(@ForAll @LongRange(max = 59_999_999_999L) long nanos) {
        var digits = Units.nanosShort(nanos).replaceAll("[^\\d]", "").replaceAll("^0+", "");

        assertThat(digits.length()).isLessThanOrEqualTo(3);
    }

    @Property
    void bytesAreReadBackWithinOneInTwenty(@ForAll @DoubleRange(min = 0, max = 1e18) double bytes) {
        var parts = Units.bytes(bytes).split(" ", 2);
        int step = java.util.List.of("B", "kB", "MB", "GB", "TB", "PB", "EB").indexOf(parts[1]);
        double read = Double.parseDouble(parts[0]) * Math.pow(1000, step);

        assertThat(Math.abs(read - bytes)).isLessThanOrEqualTo(bytes / 19 + 0.06);
        assertThat(parts[0].length()).isLessThanOrEqualTo(3);
    }

    @Test
    void whatRoundsToAThousandIsOneOfTheNextUnit() {
        assertThat(Units.bytes(999.94)).isEqualTo("1.0 kB");
        assertThat(Units.bytes(999_400)).isEqualTo("999 kB");
        assertThat(Units.bytes(999_940_000)).isEqualTo("1.0 GB");
    }

    @Property
    void onlyAllIsAHundredPercent(
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long total,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long some) {
        long hits = some % total;

        assertThat(Units.percent(hits, total))
                .isNotEqualTo("100.00%")
                .matches("\\d{1,2}\\.\\d\\d%");
        assertThat(Units.percent(total, total)).isEqualTo("100.00%");
    }

    @ParameterizedTest
    @CsvSource({
        "TIME, 1.5, 1.5ms",
        "DATA, 1500000, 1.5 MB",
        "DEFAULT, 1500000, 1500000",
        "DECIMAL, 19.99, 19.99"
    })
    void aValueIsShownAsWhatItContains(Contains contains, double value, String text) {
        assertThat(Units.shown(contains, value)).isEqualTo(text);
    }
}
