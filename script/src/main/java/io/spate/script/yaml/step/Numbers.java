package io.spate.script.yaml.step;

import java.util.OptionalDouble;

/** Texts as numbers. */
final class Numbers {
    private Numbers() {}

    /**
     * The number that a text writes in decimal; empty where it writes none. Without exceptions, as
     * conditions ask it of whatever a target has sent.
     */
    static OptionalDouble of(String text) {
        return isNumber(text)
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    /** The number that a text writes, where true is 1 and false is 0. */
    static OptionalDouble measured(String text) {
        return switch (text) {
            case "true" -> OptionalDouble.of(1);
            case "false" -> OptionalDouble.of(0);
            default -> of(text);
        };
    }

    private static boolean isNumber(String text) {
        int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int end = digits(text, at);
        if (end == at) {
            return false;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digits(text, end + 1);
            if (fraction == end + 1) {
                return false;
            }
            end = fraction;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int sign = end + 1;
            boolean signed =
                    sign < text.length() && (text.charAt(sign) == '-' || text.charAt(sign) == '+');
            int exponent = signed ? sign + 1 : sign;
            int last = digits(text, exponent);
            return last > exponent && last == text.length();
        }
        return end == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
