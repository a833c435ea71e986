package io.spate.output.csv;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as Python prints them. */
final class PythonNumbers {
    private static final int MAX_PLAIN_EXPONENT = 16;
    private static final int MIN_PLAIN_EXPONENT = -4;

    private PythonNumbers() {}

    /** {@code repr} of a float: the shortest digits that read back as the same value. */
    static String repr(double value) {
        if (value == 0) {
            return "0.0";
        }
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= MIN_PLAIN_EXPONENT && exponent < MAX_PLAIN_EXPONENT) {
            var plain = decimal.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        var digits = new BigDecimal(decimal.unscaledValue(), decimal.precision() - 1);
        return digits.toPlainString()
                + String.format(
                        Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** {@code "%f"} of a float: six decimals. */
    static String fixed(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
