package io.spate.k6.options;

import io.spate.engine.portion.Portion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads execution segments: which part of the whole load this instance carries, and how the whole
 * is divided. A bound is a fraction ({@code 1/3}), a share ({@code 25%}) or a number ({@code
 * 0.25}).
 */
final class SegmentReader {
    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,9})/(\\d{1,9})|(\\d{1,3})(?:\\.(\\d{1,9}))?(%?)");

    private final Merged merged;
    private final Problems problems;

    SegmentReader(Merged merged, Problems problems) {
        this.merged = merged;
        this.problems = problems;
    }

    private record Fraction(BigInteger number, BigInteger of) implements Comparable<Fraction> {
        static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
        static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

        Fraction {
            var divisor = number.gcd(of);
            number = number.divide(divisor);
            of = of.divide(divisor);
        }

        @Override
        public int compareTo(Fraction other) {
            return number.multiply(other.of).compareTo(other.number.multiply(of));
        }
    }

    /** The part of the whole; all of it where nothing is said. */
    Portion read() {
        var segment = fields(OptionKey.EXECUTION_SEGMENT).text("executionSegment").orElse("");
        var sequence =
                fields(OptionKey.EXECUTION_SEGMENT_SEQUENCE)
                        .text("executionSegmentSequence")
                        .orElse("");
        if (segment.isEmpty() && sequence.isEmpty()) {
            return Portion.WHOLE;
        }
        var ours = segment(segment);
        var bounds = bounds(sequence, ours);
        if (ours.isEmpty() || bounds.isEmpty()) {
            return Portion.WHOLE;
        }
        int index = bounds.indexOf(ours.getFirst());
        if (index < 0
                || index + 1 == bounds.size()
                || !bounds.get(index + 1).equals(ours.getLast())) {
            fields(OptionKey.EXECUTION_SEGMENT)
                    .wrong(
                            "executionSegment",
                            "\"%s\" is no part of the sequence \"%s\""
                                    .formatted(segment, sequence));
            return Portion.WHOLE;
        }
        try {
            return Portion.of(weights(bounds), index);
        } catch (IllegalArgumentException | ArithmeticException e) {
            fields(OptionKey.EXECUTION_SEGMENT)
                    .wrong("executionSegment", "its bounds have too many digits");
            return Portion.WHOLE;
        }
    }

    private Fields fields(OptionKey key) {
        return merged.fields(key, problems);
    }

    /** From where to where, in order; empty where that is wrong. */
    private List<Fraction> segment(String text) {
        if (text.isEmpty()) {
            return List.of(Fraction.ZERO, Fraction.ONE);
        }
        var parts = text.split(":", -1);
        var from = parts.length == 1 ? Optional.of(Fraction.ZERO) : fraction(parts[0]);
        var to = fraction(parts[parts.length - 1]);
        if (parts.length > 2
                || from.isEmpty()
                || to.isEmpty()
                || from.get().compareTo(to.get()) >= 0
                || to.get().compareTo(Fraction.ONE) > 0) {
            fields(OptionKey.EXECUTION_SEGMENT)
                    .wrong(
                            "executionSegment",
                            "must be FROM:TO within 0 and 1, such as 1/4:1/2, not \""
                                    + text
                                    + "\"");
            return List.of();
        }
        return List.of(from.get(), to.get());
    }

    /** What a sequence says; without one, the segment with what is left before and behind it. */
    private List<Fraction> bounds(String text, List<Fraction> ours) {
        var all = new ArrayList<Fraction>();
        if (text.isEmpty()) {
            all.add(Fraction.ZERO);
            ours.stream().filter(it -> !all.contains(it)).forEach(all::add);
            if (!all.contains(Fraction.ONE)) {
                all.add(Fraction.ONE);
            }
            return all;
        }
        boolean right = true;
        for (var part : text.split(",", -1)) {
            var bound = fraction(part);
            right &= bound.isPresent();
            right &=
                    all.isEmpty()
                            || bound.filter(it -> it.compareTo(all.getLast()) > 0).isPresent();
            bound.ifPresent(all::add);
        }
        if (!right
                || !all.getFirst().equals(Fraction.ZERO)
                || !all.getLast().equals(Fraction.ONE)) {
            fields(OptionKey.EXECUTION_SEGMENT_SEQUENCE)
                    .wrong(
                            "executionSegmentSequence",
                            "must rise from 0 to 1, such as 0,1/4,1/2,1, not \"" + text + "\"");
            return List.of();
        }
        return all;
    }

    private static Optional<Fraction> fraction(String text) {
        var match = NUMBER.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        if (match.group(1) != null) {
            var of = new BigInteger(match.group(2));
            return of.signum() == 0
                    ? Optional.empty()
                    : Optional.of(new Fraction(new BigInteger(match.group(1)), of));
        }
        var digits = match.group(4) == null ? "" : match.group(4);
        int places = digits.length() + (match.group(5).isEmpty() ? 0 : 2);
        return Optional.of(
                new Fraction(new BigInteger(match.group(3) + digits), BigInteger.TEN.pow(places)));
    }

    private static List<Long> weights(List<Fraction> bounds) {
        var common =
                bounds.stream()
                        .map(Fraction::of)
                        .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
        var weights = new ArrayList<Long>();
        for (int i = 1; i < bounds.size(); i++) {
            weights.add(
                    part(bounds.get(i), common)
                            .subtract(part(bounds.get(i - 1), common))
                            .longValueExact());
        }
        return weights;
    }

    private static BigInteger part(Fraction of, BigInteger common) {
        return of.number.multiply(common.divide(of.of));
    }
}
