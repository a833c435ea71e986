package io.spate.convert.k6;

import io.spate.convert.draft.Step.Check;
import io.spate.convert.js.Js;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the functions of a check ask of a response. */
final class CheckReader {
    private static final Set<String> EQUAL = Set.of("===", "==");
    private static final Set<String> UNEQUAL = Set.of("!==", "!=");

    private final String name;
    private final String response;

    private CheckReader(String name, String response) {
        this.name = name;
        this.response = response;
    }

    /** The check of a function; empty where it has no counterpart. */
    static Optional<Check> of(String name, Js function) {
        var parameter = function.at("params").element(0).name();
        var body = function.at("body");
        var expression =
                body.is("BlockStatement") && body.all("body").size() == 1
                        ? body.all("body").getFirst().at("argument")
                        : body;
        return new CheckReader(name, parameter).read(expression);
    }

    private Optional<Check> read(Js node) {
        return switch (node.type()) {
            case "BinaryExpression" -> comparison(node);
            case "LogicalExpression" -> logical(node);
            case "CallExpression" -> included(node).or(() -> there(node));
            case "MemberExpression", "ChainExpression" -> there(node);
            default -> Optional.empty();
        };
    }

    private boolean is(Js node, String member) {
        return node.path().equals(response + "." + member);
    }

    private Optional<Check> comparison(Js node) {
        var left = node.at("left");
        var right = node.at("right");
        var operator = node.string("operator");
        if (is(left, "status") && EQUAL.contains(operator)) {
            return right.literalNumber().map(it -> new Check.Status(name, List.of(it.intValue())));
        }
        if (is(left, "timings.duration") && (operator.equals("<") || operator.equals("<="))) {
            return right.literalNumber().map(it -> new Check.Faster(name, it.longValue()));
        }
        boolean found =
                (UNEQUAL.contains(operator) && right.literalNumber().equals(Optional.of(-1.0)))
                        || (operator.equals(">=") && right.literalNumber().equals(Optional.of(0.0)))
                        || (operator.equals(">")
                                && right.literalNumber().equals(Optional.of(-1.0)));
        if (found && left.at("callee").path().equals(response + ".body.indexOf")) {
            return contains(left);
        }
        var path = Paths.of(left).filter(it -> it.response().equals(response));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (EQUAL.contains(operator) && right.is("Literal")) {
            var value = right.literalText().orElse(right.source());
            return Optional.of(new Check.JsonIs(name, path.get().path(), value));
        }
        boolean nothing =
                right.name().equals("undefined")
                        || right.source().equals("null")
                        || right.literalText().equals(Optional.of(""));
        return UNEQUAL.contains(operator) && nothing
                ? Optional.of(new Check.JsonThere(name, path.get().path()))
                : Optional.empty();
    }

    private Optional<Check> contains(Js call) {
        return call.at("arguments")
                .element(0)
                .literalText()
                .map(it -> new Check.Contains(name, it));
    }

    /** One status or another, or from one to another. */
    private Optional<Check> logical(Js node) {
        var source = node.source().replaceAll("\\s", "");
        var status = response + ".status";
        if (source.matches("\\Q" + status + "\\E>=200&&\\Q" + status + "\\E<(=?299|300)")) {
            return Optional.of(new Check.Status(name, List.of(2)));
        }
        if (source.matches("\\Q" + status + "\\E>=200&&\\Q" + status + "\\E<(=?399|400)")) {
            return Optional.of(new Check.Status(name, List.of(2, 3)));
        }
        if (!node.string("operator").equals("||")) {
            return Optional.empty();
        }
        var codes = new ArrayList<Integer>();
        for (var side : List.of(node.at("left"), node.at("right"))) {
            if (read(side).orElse(null) instanceof Check.Status(_, var some)) {
                codes.addAll(some);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Check.Status(name, codes));
    }

    private Optional<Check> included(Js call) {
        var callee = call.at("callee");
        if (callee.path().equals(response + ".body.includes")) {
            return contains(call);
        }
        boolean ofStatus =
                callee.key("property").equals("includes")
                        && callee.at("object").is("ArrayExpression")
                        && is(call.at("arguments").element(0), "status");
        if (!ofStatus) {
            return Optional.empty();
        }
        var codes =
                callee.at("object").all("elements").stream()
                        .flatMap(it -> it.literalNumber().stream())
                        .map(Double::intValue)
                        .toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(new Check.Status(name, codes));
    }

    private Optional<Check> there(Js node) {
        return Paths.of(node)
                .filter(it -> it.response().equals(response) && !it.path().equals("$"))
                .map(it -> new Check.JsonThere(name, it.path()));
    }
}
