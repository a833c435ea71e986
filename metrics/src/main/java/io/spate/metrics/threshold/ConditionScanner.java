package io.spate.metrics.threshold;

import io.spate.metrics.Nearest;
import io.spate.metrics.ThresholdSyntaxException;
import io.spate.metrics.threshold.Condition.Aggregation;
import io.spate.metrics.threshold.Condition.Apdex;
import io.spate.metrics.threshold.Condition.Comparison;
import io.spate.metrics.threshold.Condition.Percentile;
import io.spate.metrics.threshold.Condition.Plain;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Reads a condition from left to right and says what it expected where it cannot go on. */
final class ConditionScanner {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final String PLAIN = "(\\d+(?:\\.\\d*)?|\\.\\d+)";

    /** {@code baseline}, {@code baseline * 1.1}, {@code baseline + 20ms} or both. */
    private static final Pattern RELATIVE =
            Pattern.compile(
                    "baseline\\b(?:\\s*\\*\\s*"
                            + PLAIN
                            + ")?(?:\\s*([+-])\\s*"
                            + PLAIN
                            + "(?:\\s*(ms|s)\\b)?)?");

    private static final Pattern PERCENTILE_WITHOUT_BRACKETS = Pattern.compile("p\\d+");
    private static final double MILLIS_MAX = 24 * 3600 * 1000;

    private final String text;
    private int at;

    ConditionScanner(String text) {
        this.text = text;
    }

    /** A condition and the part of a run that it is asked of. */
    record Expression(Condition condition, Scope scope) {}

    Condition condition() {
        Condition condition = aggregationAndBound();
        if (at < text.length()) {
            throw afterTheNumber();
        }
        return condition;
    }

    Expression expression() {
        Condition condition = aggregationAndBound();
        int start = at;
        String word = take(Character::isLetter);
        return switch (word) {
            case "over" -> new Expression(condition, window());
            case "at" -> new Expression(condition, level());
            default -> {
                at = start;
                if (at < text.length()) {
                    throw afterTheNumber();
                }
                yield new Expression(condition, Scope.RUN);
            }
        };
    }

    private Condition aggregationAndBound() {
        Aggregation aggregation = aggregation();
        Comparison comparison = comparison();
        skipSpaces();
        Optional<Relative> relative = relative();
        double bound = relative.isPresent() ? Double.NaN : number("a number");
        String condition = text.substring(0, at).strip();
        skipSpaces();
        return new Condition(condition, aggregation, comparison, bound, relative);
    }

    /** What follows from a baseline, where that is what is written. */
    private Optional<Relative> relative() {
        var matcher = RELATIVE.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        double factor = matcher.group(1) == null ? 1 : Double.parseDouble(matcher.group(1));
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw fault("a baseline is multiplied by a number above 0", matcher.start(1));
        }
        double addend = matcher.group(3) == null ? 0 : Double.parseDouble(matcher.group(3));
        double unit = "s".equals(matcher.group(4)) ? 1000 : 1;
        at = matcher.end();
        return Optional.of(
                new Relative(factor, ("-".equals(matcher.group(2)) ? -1 : 1) * addend * unit));
    }

    private Scope window() {
        skipSpaces();
        int start = at;
        var length =
                SpanText.parse(text.substring(at).strip())
                        .orElseThrow(
                                () ->
                                        fault(
                                                "expected how long the window is, such as 30s or"
                                                        + " 5m, found "
                                                        + found(start),
                                                start));
        try {
            return new Scope.Window(length);
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()), start);
        }
    }

    private Scope level() {
        skipSpaces();
        String name = text.substring(at).strip();
        if (name.isEmpty()) {
            throw fault("expected the name of a level of load, such as 50 users", at);
        }
        return new Scope.Level(name);
    }

    private Aggregation aggregation() {
        skipSpaces();
        int start = at;
        String word = take(it -> Character.isLetterOrDigit(it) || it == '_');
        skipSpaces();
        if (word.equals("p")) {
            return percentile(start);
        }
        if (word.equals("apdex")) {
            return apdex(start);
        }
        return Plain.find(word).orElseThrow(() -> unknownAggregation(word, start));
    }

    private ThresholdSyntaxException unknownAggregation(String word, int start) {
        var names = Arrays.stream(Plain.values()).map(Plain::text).toList();
        if (word.isEmpty()) {
            return fault(
                    "expected %s, p(N) or apdex(T), found %s"
                            .formatted(String.join(", ", names), found(start)),
                    start);
        }
        String remedy =
                PERCENTILE_WITHOUT_BRACKETS.matcher(word).matches()
                        ? "; write p(%s)".formatted(word.substring(1))
                        : Nearest.hint(word, names);
        return fault(
                "\"%s\" is none of %s, p(N) or apdex(T)%s"
                        .formatted(word, String.join(", ", names), remedy),
                start);
    }

    private Aggregation percentile(int start) {
        if (at == text.length() || text.charAt(at) != '(') {
            throw fault("p needs a number in brackets, such as p(95)", start);
        }
        at++;
        skipSpaces();
        int numberStart = at;
        double rank = number("the number of the percentile, such as p(95)");
        if (rank < 0 || rank > 100) {
            throw fault("a percentile is from 0 to 100", numberStart);
        }
        skipSpaces();
        if (at == text.length() || text.charAt(at) != ')') {
            throw fault("expected ) after the number of the percentile, found " + found(at), at);
        }
        at++;
        return new Percentile(rank);
    }

    private Comparison comparison() {
        skipSpaces();
        int start = at;
        String word = take(it -> "<>=!".indexOf(it) >= 0);
        return Comparison.find(word)
                .orElseThrow(
                        () ->
                                fault(
                                        "expected one of %s, found %s"
                                                .formatted(Comparison.names(), found(start)),
                                        start));
    }

    private Aggregation apdex(int start) {
        if (at == text.length() || text.charAt(at) != '(') {
            throw fault("apdex needs a time in brackets, such as apdex(500ms)", start);
        }
        at++;
        skipSpaces();
        int numberStart = at;
        double target = number("the time that satisfies, such as apdex(500ms)");
        skipSpaces();
        int unitStart = at;
        String unit = take(Character::isLetter);
        double millis =
                switch (unit) {
                    case "", "ms" -> target;
                    case "s" -> target * 1000;
                    default -> throw fault("expected ms or s, found " + unit, unitStart);
                };
        if (!(millis > 0 && millis <= MILLIS_MAX)) {
            throw fault("the time that satisfies is above 0 and at most a day", numberStart);
        }
        skipSpaces();
        if (at == text.length() || text.charAt(at) != ')') {
            throw fault("expected ) after the time, found " + found(at), at);
        }
        at++;
        return new Apdex(millis);
    }

    private ThresholdSyntaxException afterTheNumber() {
        return fault(
                "expected nothing after the number, found %s: times are in milliseconds (500),"
                                .formatted(found(at))
                        + " rates from 0 to 1 (0.01), without a unit",
                at);
    }

    private double number(String what) {
        var matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw fault("expected %s, found %s".formatted(what, found(at)), at);
        }
        double number = Double.parseDouble(matcher.group());
        if (Double.isInfinite(number)) {
            throw fault("%s is too large".formatted(matcher.group()), at);
        }
        at = matcher.end();
        return number;
    }

    private String take(IntPredicate wanted) {
        int start = at;
        while (at < text.length() && wanted.test(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpaces() {
        take(Character::isWhitespace);
    }

    private String found(int from) {
        return from >= text.length() ? "the end" : "\"" + text.substring(from).strip() + "\"";
    }

    private ThresholdSyntaxException fault(String message, int offset) {
        return new ThresholdSyntaxException(message, text, offset);
    }
}
