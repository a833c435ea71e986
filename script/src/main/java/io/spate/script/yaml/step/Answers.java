package io.spate.script.yaml.step;

import io.spate.http.ExtractionException;
import io.spate.http.HttpResponse;
import io.spate.script.yaml.step.Condition.Comparison;
import io.spate.script.yaml.step.Condition.Operand;
import io.spate.script.yaml.step.Extraction.Source;
import io.spate.script.yaml.step.Match.Question;
import io.spate.script.yaml.step.Match.Range;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers conditions and questions in a run. What a target sends is never an error here. */
final class Answers {
    private Answers() {}

    /** Whether a condition holds after a response, which may be none. */
    static boolean holds(Condition condition, Situation user, @Nullable HttpResponse last) {
        return switch (condition) {
            case Condition.And(var left, var right) ->
                    holds(left, user, last) && holds(right, user, last);
            case Condition.Or(var left, var right) ->
                    holds(left, user, last) || holds(right, user, last);
            case Condition.Not(var of) -> !holds(of, user, last);
            case Condition.Ok() -> last != null && last.ok();
            case Condition.Exists(var of) -> value(of, user, last).isPresent();
            case Condition.StatusClass(var range, var wanted) ->
                    range.contains(last == null ? 0 : last.status()) == wanted;
            case Condition.Matches(var of, var pattern) ->
                    value(of, user, last).filter(it -> pattern.matcher(it).find()).isPresent();
            case Condition.Compare(var left, var comparison, var right) ->
                    compare(value(left, user, last), comparison, value(right, user, last));
        };
    }

    private static boolean compare(
            Optional<String> left, Comparison comparison, Optional<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return comparison == Comparison.NOT_EQUAL;
        }
        return compare(left.get(), comparison, right.get());
    }

    private static boolean compare(String left, Comparison comparison, String right) {
        return switch (comparison) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> !equal(left, right);
            case CONTAINS -> left.contains(right);
            case LESS -> number(left) < number(right);
            case AT_MOST -> number(left) <= number(right);
            case GREATER -> number(left) > number(right);
            case AT_LEAST -> number(left) >= number(right);
        };
    }

    private static boolean equal(String left, String right) {
        return left.equals(right) || number(left) == number(right);
    }

    /** NaN where it is none, which compares with nothing. */
    private static double number(String text) {
        return Numbers.of(text).orElse(Double.NaN);
    }

    private static Optional<String> value(
            Operand operand, Situation user, @Nullable HttpResponse last) {
        return switch (operand) {
            case Operand.Text(var template) -> template.find(user);
            case Operand.Status() ->
                    Optional.of(last == null ? "0" : Integer.toString(last.status()));
            case Operand.Body() ->
                    last == null || last.status() == 0 ? Optional.empty() : body(last);
            case Operand.Duration() ->
                    last == null
                            ? Optional.empty()
                            : Optional.of(Double.toString(last.durationMillis()));
            case Operand.Found(Source.Cookie(var name)) -> user.cookie(name);
            case Operand.Found(var source) ->
                    last == null ? Optional.empty() : Finder.find(source, last, user);
        };
    }

    /** Whether all that a match asks of a response is answered with yes. */
    static boolean holds(Match match, HttpResponse response, Situation user) {
        for (var question : match.questions()) {
            if (!holds(question, response, user)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Question question, HttpResponse response, Situation user) {
        return switch (question) {
            case Question.StatusIn(var ranges) -> isIn(ranges, response.status());
            case Question.Contains(var text, var wanted) -> {
                var rendered = text.render(user);
                yield body(response).filter(it -> it.contains(rendered) == wanted).isPresent();
            }
            case Question.Matches(var pattern) ->
                    body(response).filter(it -> pattern.matcher(it).find()).isPresent();
            case Question.Equals(var source, var value) ->
                    Finder.find(source, response, user)
                            .filter(value.render(user)::equals)
                            .isPresent();
            case Question.FasterThan(var millis) ->
                    response.status() != 0 && response.durationMillis() < millis;
            case Question.That(var condition) -> holds(condition, user, response);
        };
    }

    private static boolean isIn(List<Range> ranges, int status) {
        for (var range : ranges) {
            if (range.contains(status)) {
                return true;
            }
        }
        return false;
    }

    /** Empty where it cannot be decoded. */
    private static Optional<String> body(HttpResponse response) {
        try {
            return Optional.of(response.body());
        } catch (ExtractionException _) {
            return Optional.empty();
        }
    }
}
