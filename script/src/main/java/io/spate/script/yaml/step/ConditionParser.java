package io.spate.script.yaml.step;

import io.spate.http.HttpResponse;
import io.spate.metrics.Nearest;
import io.spate.plan.Durations;
import io.spate.script.yaml.step.Condition.Comparison;
import io.spate.script.yaml.step.Condition.Operand;
import io.spate.script.yaml.step.Extraction.Source;
import io.spate.script.yaml.text.Template;
import io.spate.script.yaml.text.Variables;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads conditions.
 *
 * <pre>
 * condition  = and { ("or" | "||") and }
 * and        = not { ("and" | "&amp;&amp;") not }
 * not        = ("not" | "!") not | "(" condition ")" | question
 * question   = "ok" | value "exists" | value comparison value | value "matches" text
 * comparison = "==" | "!=" | "&lt;" | "&lt;=" | ">" | ">=" | "contains"
 * value      = "${name}" | 'text' | word | number | duration, such as 500ms
 *            | "status" | "body" | "duration" | "json(path)" | "pointer(/a/0)"
 *            | "header(name)" | "cookie(name)" | "css(selector)" | "regex(pattern)"
 * </pre>
 */
final class ConditionParser {
    private static final List<String> VALUES =
            List.of(
                    "status",
                    "body",
                    "duration",
                    "ok",
                    "json",
                    "pointer",
                    "header",
                    "cookie",
                    "css",
                    "regex");
    private static final List<String> WORDS = List.of("and", "or", "not", "exists", "matches");
    private static final int DEPTH_MAX = 100;
    private static final Pattern STATUS_CLASS = Pattern.compile("[1-5]xx");

    private final ConditionScanner in;
    private final Variables variables;
    private int depth;

    private ConditionParser(String text, Variables variables) {
        this.in = new ConditionScanner(text);
        this.variables = variables;
    }

    /**
     * The condition that a text writes.
     *
     * @throws IllegalArgumentException where it writes none
     */
    static Condition parse(String text, Variables variables) {
        var parser = new ConditionParser(text, variables);
        var condition = parser.any();
        if (!parser.in.atEnd()) {
            throw parser.in.expected("and, or, or the end");
        }
        return condition;
    }

    private Condition any() {
        if (depth++ == DEPTH_MAX) {
            throw in.expected("no more than %d brackets".formatted(DEPTH_MAX));
        }
        var left = all();
        while (in.word("or") || in.sign("||")) {
            left = new Condition.Or(left, all());
        }
        depth--;
        return left;
    }

    private Condition all() {
        var left = one();
        while (in.word("and") || in.sign("&&")) {
            left = new Condition.And(left, one());
        }
        return left;
    }

    private Condition one() {
        boolean negated = false;
        while (in.word("not") || in.isNot()) {
            negated = !negated;
        }
        Condition condition;
        if (in.sign("(")) {
            condition = any();
            if (!in.sign(")")) {
                throw in.expected("a closing bracket");
            }
        } else {
            condition = in.word("ok") ? new Condition.Ok() : question();
        }
        return negated ? new Condition.Not(condition) : condition;
    }

    private Condition question() {
        var left = value(false);
        if (in.word("exists")) {
            return new Condition.Exists(left);
        }
        if (in.word("matches")) {
            return new Condition.Matches(left, pattern(in.text("a regular expression in quotes")));
        }
        var comparison = comparison();
        if (left instanceof Operand.Status && !comparison.isOrder() && in.peek(STATUS_CLASS)) {
            var range = Match.Range.parse(in.take(STATUS_CLASS));
            return new Condition.StatusClass(range, comparison != Comparison.NOT_EQUAL);
        }
        var right = value(true);
        if (comparison.isOrder()) {
            checkNumber(left, comparison);
            checkNumber(right, comparison);
        }
        return new Condition.Compare(left, comparison, right);
    }

    private Comparison comparison() {
        if (in.word(Comparison.CONTAINS.text())) {
            return Comparison.CONTAINS;
        }
        return Arrays.stream(Comparison.values())
                .filter(it -> it != Comparison.CONTAINS && in.sign(it.text()))
                .findFirst()
                .orElseThrow(
                        () ->
                                in.expected(
                                        "== != < <= > >= contains matches or exists after a"
                                                + " value"));
    }

    private void checkNumber(Operand operand, Comparison comparison) {
        if (operand instanceof Operand.Text(var template)
                && template.constant().isPresent()
                && Numbers.of(template.constant().get()).isEmpty()) {
            throw new IllegalArgumentException(
                    "\"%s\" compares numbers, and \"%s\" is none"
                            .formatted(comparison.text(), template.constant().get()));
        }
    }

    private Operand value(boolean mayBeWord) {
        if (in.isPlace()) {
            return new Operand.Text(Template.parse(in.place(), variables));
        }
        if (in.isQuote()) {
            return new Operand.Text(Template.parse(in.text("a text"), variables));
        }
        if (in.isNumber()) {
            return new Operand.Text(Template.literal(number(in.number())));
        }
        var word = in.anyWord().orElseThrow(() -> in.expected("a value"));
        return switch (word) {
            case "status" -> new Operand.Status();
            case "body" -> new Operand.Body();
            case "duration" -> new Operand.Duration();
            case "json" -> new Operand.Found(new Source.Json(jsonPath(in.argument(word))));
            case "pointer" -> new Operand.Found(Sources.pointer(in.argument(word)));
            case "header" -> new Operand.Found(Sources.header(in.argument(word)));
            case "cookie" -> new Operand.Found(new Source.Cookie(in.argument(word)));
            case "css" -> new Operand.Found(Sources.css(in.argument(word), ""));
            case "regex" -> new Operand.Found(Sources.regex(in.argument(word), 0));
            default -> word(word, mayBeWord);
        };
    }

    private static Operand word(String word, boolean mayBeWord) {
        if (mayBeWord && !WORDS.contains(word)) {
            return new Operand.Text(Template.literal(word));
        }
        throw new IllegalArgumentException(
                "\"%s\" is no value: write ${%s}, '%s', or one of %s%s"
                        .formatted(
                                word,
                                word,
                                word,
                                String.join(", ", VALUES),
                                Nearest.hint(word, VALUES)));
    }

    /** Durations become milliseconds, as response times are. */
    private static String number(String text) {
        return Numbers.of(text).isPresent()
                ? text
                : Double.toString(Durations.parse(text).toNanos() / 1e6);
    }

    private static String jsonPath(String path) {
        return HttpResponse.checkedJsonPath(path);
    }

    static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a regular expression: %s".formatted(text, e.getDescription()));
        }
    }
}
