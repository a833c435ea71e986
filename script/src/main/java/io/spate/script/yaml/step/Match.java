package io.spate.script.yaml.step;

import io.spate.script.yaml.text.Template;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Something that should be true of a response.
 *
 * @param name as the report shows it
 * @param questions all of which must be answered with yes
 */
record Match(String name, List<Question> questions) {
    Match {
        questions = List.copyOf(questions);
    }

    /** What is asked. */
    sealed interface Question {
        /** The status lies within bounds, for one of them. */
        record StatusIn(List<Range> ranges) implements Question {
            public StatusIn {
                ranges = List.copyOf(ranges);
            }

            /** Whether none of them would make a request fail. */
            boolean areExpectedAnyway() {
                for (var range : ranges) {
                    if (range.from() < 200 || range.to() >= 400) {
                        return false;
                    }
                }
                return true;
            }

            /** Each of them. */
            int[] all() {
                return ranges.stream()
                        .flatMapToInt(it -> IntStream.rangeClosed(it.from(), it.to()))
                        .toArray();
            }
        }

        /** The body has a text in it, or has not. */
        record Contains(Template text, boolean wanted) implements Question {}

        /** A part of the body matches a regular expression. */
        record Matches(Pattern pattern) implements Question {}

        /** There is a value at a place, and it is this. */
        record Equals(Extraction.Source from, Template value) implements Question {}

        /** The service time is less than a limit. */
        record FasterThan(double millis) implements Question {}

        /** A condition holds. */
        record That(Condition condition) implements Question {}
    }

    /** Statuses from one to another. */
    record Range(int from, int to) {
        boolean contains(int status) {
            return status >= from && status <= to;
        }

        /** The status, or the class of statuses, that a text writes. */
        static Range parse(String text) {
            if (text.matches("[1-5]xx")) {
                int from = (text.charAt(0) - '0') * 100;
                return new Range(from, from + 99);
            }
            if (text.matches("[1-5]\\d\\d")) {
                return new Range(Integer.parseInt(text), Integer.parseInt(text));
            }
            throw new IllegalArgumentException(
                    "\"%s\" is not a status: write one such as 200, or 2xx".formatted(text));
        }

        /** As it is written. */
        String text() {
            return from == to ? String.valueOf(from) : from / 100 + "xx";
        }
    }
}
