package io.spate.convert.k6;

import io.spate.convert.draft.Step;
import io.spate.convert.js.Js;
import java.util.Optional;

/** How long {@code sleep} waits. */
final class Pauses {
    private Pauses() {}

    /** A number of seconds, or any between two; empty where it cannot be told. */
    static Optional<Step.Pause> of(Expressions expressions, Js node) {
        var fixed = expressions.number(node);
        if (fixed.isPresent()) {
            return Optional.of(pause(fixed.get(), fixed.get()));
        }
        if (node.at("callee").path().endsWith("randomIntBetween")) {
            var arguments = node.at("arguments");
            return expressions
                    .number(arguments.element(0))
                    .flatMap(
                            min ->
                                    expressions
                                            .number(arguments.element(1))
                                            .map(max -> pause(min, max)));
        }
        return random(expressions, node);
    }

    /** {@code Math.random() * 2 + 1} and the like. */
    private static Optional<Step.Pause> random(Expressions expressions, Js node) {
        if (isRandom(node)) {
            return Optional.of(pause(0, 1));
        }
        var left = node.at("left");
        var right = node.at("right");
        return switch (node.string("operator")) {
            case "*" ->
                    isRandom(left)
                            ? expressions.number(right).map(it -> pause(0, it))
                            : isRandom(right)
                                    ? expressions.number(left).map(it -> pause(0, it))
                                    : Optional.empty();
            case "+" ->
                    random(expressions, left)
                            .flatMap(it -> expressions.number(right).map(by -> later(it, by)))
                            .or(
                                    () ->
                                            random(expressions, right)
                                                    .flatMap(
                                                            it ->
                                                                    expressions
                                                                            .number(left)
                                                                            .map(
                                                                                    by ->
                                                                                            later(
                                                                                                    it,
                                                                                                    by))));
            default -> Optional.empty();
        };
    }

    private static boolean isRandom(Js node) {
        return node.at("callee").path().equals("Math.random");
    }

    private static Step.Pause pause(double minSeconds, double maxSeconds) {
        return new Step.Pause(Math.round(minSeconds * 1000), Math.round(maxSeconds * 1000));
    }

    private static Step.Pause later(Step.Pause pause, double seconds) {
        long more = Math.round(seconds * 1000);
        return new Step.Pause(pause.minMillis() + more, pause.maxMillis() + more);
    }
}
