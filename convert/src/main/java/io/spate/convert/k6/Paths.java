package io.spate.convert.k6;

import io.spate.convert.js.Js;
import java.util.Optional;

/** Values of responses: {@code res.json('a.b')}, {@code res.json().a.b}, by path. */
final class Paths {
    private Paths() {}

    /**
     * A value of JSON.
     *
     * @param response the name of the response
     * @param path a JSON path, from {@code $}
     */
    record Found(String response, String path) {}

    /** Where a value comes from; empty where it is none of a response's JSON. */
    static Optional<Found> of(Js node) {
        return switch (node.type()) {
            case "MemberExpression" ->
                    of(node.at("object")).flatMap(it -> step(node).map(step -> plus(it, step)));
            case "ChainExpression" -> of(node.at("expression"));
            case "CallExpression" -> call(node);
            default -> Optional.empty();
        };
    }

    private static Found plus(Found found, String step) {
        return new Found(found.response, found.path + step);
    }

    private static Optional<String> step(Js member) {
        var index = member.at("property").literalNumber();
        var key = member.key("property");
        return index.map(it -> "[" + it.longValue() + "]")
                .or(() -> key.isEmpty() ? Optional.empty() : Optional.of("." + key));
    }

    private static Optional<Found> call(Js node) {
        var callee = node.at("callee");
        var argument = node.at("arguments").element(0);
        if (callee.path().equals("JSON.parse")) {
            var body = argument.path();
            return body.endsWith(".body")
                    ? Optional.of(new Found(body.substring(0, body.length() - 5), "$"))
                    : Optional.empty();
        }
        var response = callee.at("object").name();
        if (!callee.key("property").equals("json") || response.isEmpty()) {
            return Optional.empty();
        }
        if (!argument.exists()) {
            return Optional.of(new Found(response, "$"));
        }
        return argument.literalText()
                .flatMap(it -> jsonPath(it))
                .map(it -> new Found(response, it));
    }

    /** The JSON path of a path of k6's; empty where that asks for more than a place. */
    private static Optional<String> jsonPath(String gjson) {
        if (!gjson.matches("[A-Za-z0-9_.-]+")) {
            return Optional.empty();
        }
        var path = new StringBuilder("$");
        for (var part : gjson.split("\\.", -1)) {
            path.append(part.matches("\\d+") ? "[" + part + "]" : "." + part);
        }
        return Optional.of(path.toString());
    }
}
