package io.spate.convert.k6;

import io.spate.convert.draft.Step.Body;
import io.spate.convert.draft.Step.Request;
import io.spate.convert.draft.Step.Value;
import io.spate.convert.draft.Text;
import io.spate.convert.js.Js;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls of {@code k6/http}. */
final class RequestReader {
    private static final String HTTP = "k6/http";
    private static final Set<String> METHODS =
            Set.of("get", "head", "post", "put", "patch", "del", "options");
    private static final Set<String> WITHOUT_BODY = Set.of("get", "head");
    private static final Set<String> PARAMS = Set.of("headers", "tags");

    private final Scope scope;
    private final Expressions expressions;

    RequestReader(Scope scope, Expressions expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    /** Whether it sends a request. */
    boolean isRequest(Js call) {
        return call.is("CallExpression")
                && (METHODS.stream().anyMatch(it -> scope.isImport(call.at("callee"), HTTP, it))
                        || scope.isImport(call.at("callee"), HTTP, "request"));
    }

    /** The request; empty where its parts cannot be told. */
    Optional<Request> read(Js call) {
        var arguments = call.at("arguments");
        var method = call.at("callee").path();
        method = method.substring(method.lastIndexOf('.') + 1);
        int first = 0;
        if (method.equals("request")) {
            method = arguments.element(0).literalText().orElse("").toLowerCase(Locale.ROOT);
            first = 1;
        }
        boolean hasBody = !WITHOUT_BODY.contains(method) || first == 1;
        var url = expressions.text(arguments.element(first));
        var body = hasBody ? body(arguments.element(first + 1)) : Optional.of(new Body.None());
        var params = scope.resolved(arguments.element(first + (hasBody ? 2 : 1)));
        if (url.isEmpty() || body.isEmpty() || method.isEmpty() || !isKnown(params)) {
            return Optional.empty();
        }
        var headers = texts(params.property("headers"));
        var tags = texts(params.property("tags"));
        if (headers.isEmpty() || tags.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(request(method, url.get(), headers.get(), tags.get(), body.get()));
    }

    private static Request request(
            String method, Text url, Map<String, Text> headers, Map<String, Text> tags, Body body) {
        var name = Optional.ofNullable(tags.remove("name"));
        if (body instanceof Body.Json) {
            headers.keySet().removeIf(it -> it.equalsIgnoreCase("Content-Type"));
        }
        var verb = method.equals("del") ? "DELETE" : method.toUpperCase(Locale.ROOT);
        return new Request(
                verb, url, name, headers, tags, body, new ArrayList<>(), new LinkedHashMap<>());
    }

    private Optional<Map<String, Text>> texts(Js node) {
        return node.exists() ? expressions.texts(node) : Optional.of(new LinkedHashMap<>());
    }

    private static boolean isKnown(Js params) {
        return !params.exists()
                || (params.is("Literal") && params.source().equals("null"))
                || (params.is("ObjectExpression")
                        && params.all("properties").stream()
                                .allMatch(it -> PARAMS.contains(it.key("key"))));
    }

    private Optional<Body> body(Js node) {
        var body = scope.resolved(node);
        if (!body.exists() || body.source().equals("null") || body.name().equals("undefined")) {
            return Optional.of(new Body.None());
        }
        if (body.at("callee").path().equals("JSON.stringify")) {
            return expressions.value(body.at("arguments").element(0)).map(Body.Json::new);
        }
        if (body.is("ObjectExpression")) {
            return expressions.texts(body).map(Body.Form::new);
        }
        return expressions.text(body).map(RequestReader::raw);
    }

    /** A text that is JSON without variables is written as JSON. */
    private static Body raw(Text text) {
        if (text.parts().size() == 1
                && text.parts().getFirst() instanceof Text.Part.Literal(var literal)
                && literal.startsWith("{")) {
            try {
                return new Body.Json(
                        of(tools.jackson.databind.json.JsonMapper.shared().readTree(literal)));
            } catch (tools.jackson.core.JacksonException _) {
                return new Body.Raw(text);
            }
        }
        return new Body.Raw(text);
    }

    private static Value of(tools.jackson.databind.JsonNode node) {
        if (node.isObject()) {
            Map<String, Value> all = new LinkedHashMap<>();
            node.properties().forEach(it -> all.put(it.getKey(), of(it.getValue())));
            return new Value.Obj(all);
        }
        if (node.isArray()) {
            return new Value.Arr(node.valueStream().map(RequestReader::of).toList());
        }
        return node.isString()
                ? new Value.Str(Text.of(node.stringValue()))
                : new Value.Plain(node.toString());
    }
}
