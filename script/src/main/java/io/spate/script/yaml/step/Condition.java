package io.spate.script.yaml.step;

import io.spate.script.yaml.text.Template;
import java.util.regex.Pattern;

/** A question about variables and the last response, answered with yes or no. */
public sealed interface Condition {

    /** Both hold; the second is asked only where the first holds. */
    record And(Condition left, Condition right) implements Condition {}

    /** One of them holds; the second is asked only where the first does not. */
    record Or(Condition left, Condition right) implements Condition {}

    /** Another does not hold. */
    record Not(Condition of) implements Condition {}

    /** There is a response, and its status is from 200 to 399. */
    record Ok() implements Condition {}

    /** There is a value. */
    record Exists(Operand of) implements Condition {}

    /**
     * Two values compare so: as numbers where both are, else as texts. A value that is not there is
     * equal to none, and neither less nor greater than any.
     */
    record Compare(Operand left, Comparison comparison, Operand right) implements Condition {}

    /** A value is a status of a class, such as 2xx. */
    record StatusClass(Match.Range range, boolean wanted) implements Condition {}

    /** A part of a value matches a regular expression. */
    record Matches(Operand of, Pattern pattern) implements Condition {}

    /** How two values compare. */
    enum Comparison {
        EQUAL("=="),
        NOT_EQUAL("!="),
        AT_MOST("<="),
        AT_LEAST(">="),
        LESS("<"),
        GREATER(">"),
        CONTAINS("contains");

        private final String text;

        Comparison(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** Whether both sides must be numbers. */
        boolean isOrder() {
            return switch (this) {
                case LESS, AT_MOST, GREATER, AT_LEAST -> true;
                case EQUAL, NOT_EQUAL, CONTAINS -> false;
            };
        }
    }

    /** A value that a condition is about. */
    sealed interface Operand {
        /** A text or number of the file, with variables in it. */
        record Text(Template template) implements Operand {}

        /** The status of the last response; 0 where none came. */
        record Status() implements Operand {}

        /** The body of the last response. */
        record Body() implements Operand {}

        /** The service time of the last request in milliseconds. */
        record Duration() implements Operand {}

        /** A value in the last response. */
        record Found(Extraction.Source source) implements Operand {}
    }
}
