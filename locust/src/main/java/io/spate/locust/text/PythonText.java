package io.spate.locust.text;

import java.math.BigDecimal;

/** Numbers and cells as Python writes them. */
final class PythonText {
    private PythonText() {}

    /** A float: the shortest digits that give it back, with an exponent where Python has one. */
    static String repr(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0.0";
        }
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= 16 || exponent < -4) {
            var mantissa = digits.movePointLeft(exponent).toPlainString();
            return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
        }
        var plain = digits.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    /** A cell as {@code csv.writer} writes it: in quotes where it has to be. */
    static String cell(String text) {
        return text.chars().anyMatch(it -> it == ',' || it == '"' || it == '\r' || it == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
