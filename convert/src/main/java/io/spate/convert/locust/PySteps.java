package io.spate.convert.locust;

import io.spate.convert.draft.Step;
import io.spate.convert.draft.Step.Body;
import io.spate.convert.draft.Step.Check;
import io.spate.convert.draft.Step.Request;
import io.spate.convert.draft.Text;
import io.spate.convert.python.Py;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of a method of a user, as steps. */
final class PySteps {
    private static final String CLIENT = "self.client.";
    private static final String HEADERS = "self.client.headers";
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final Set<String> KEYWORDS =
            Set.of("json", "data", "headers", "name", "params", "catch_response");

    private final PyValues values;
    private final Map<String, Request> named = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    private PySteps(PyValues values) {
        this.values = values;
    }

    /** The steps of a method. */
    static List<Step> of(PyValues values, Py method) {
        var reader = new PySteps(values);
        method.all("body").forEach(reader::statement);
        return reader.steps;
    }

    private void left(Py node) {
        steps.add(new Step.Left(node.line(), node.source()));
    }

    private void statement(Py node) {
        switch (node.type()) {
            case "Expr" -> expression(node.at("value"), node);
            case "Assign" -> assigned(node);
            case "With" -> with(node);
            case "For" -> loop(node);
            case "Pass" -> {}
            default -> left(node);
        }
    }

    private static boolean isRequest(Py call) {
        var path = call.at("func").path();
        return call.is("Call")
                && path.startsWith(CLIENT)
                && METHODS.contains(path.substring(CLIENT.length()));
    }

    private void expression(Py node, Py statement) {
        if (isRequest(node)) {
            request(node, statement);
        } else if (node.at("func").path().equals("time.sleep")) {
            node.argument(0)
                    .number()
                    .map(it -> Math.round(it * 1000))
                    .ifPresentOrElse(
                            it -> steps.add(new Step.Pause(it, it)), () -> left(statement));
        } else if (node.at("func").path().equals(HEADERS + ".update")) {
            values.texts(node.argument(0))
                    .ifPresentOrElse(
                            it ->
                                    it.forEach(
                                            (name, value) ->
                                                    steps.add(new Step.Header(name, value))),
                            () -> left(statement));
        } else if (!node.is("Constant") && !isEndOfSet(node)) {
            left(statement);
        }
    }

    /** A set of tasks in order becomes one task, which ends by itself. */
    private static boolean isEndOfSet(Py node) {
        return node.at("func").path().equals("self.interrupt");
    }

    private Optional<Request> request(Py call, Py statement) {
        var request = read(call);
        request.ifPresentOrElse(steps::add, () -> left(statement));
        return request;
    }

    private Optional<Request> read(Py call) {
        boolean known =
                call.all("keywords").stream().allMatch(it -> KEYWORDS.contains(it.string("arg")));
        var url = values.text(call.argument(0));
        var headers = values.texts(call.keyword("headers"));
        var params = values.texts(call.keyword("params"));
        var body = body(call);
        var name = call.keyword("name");
        if (!known || url.isEmpty() || headers.isEmpty() || params.isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        var method = call.at("func").path().substring(CLIENT.length()).toUpperCase(Locale.ROOT);
        return Optional.of(
                new Request(
                        method,
                        withQuery(url.get(), params.get()),
                        name.exists() ? values.text(name) : Optional.empty(),
                        headers.get(),
                        Map.of(),
                        body.get(),
                        new ArrayList<>(),
                        new LinkedHashMap<>()));
    }

    private static Text withQuery(Text url, Map<String, Text> params) {
        var parts = new ArrayList<>(url.parts());
        var mark = "?";
        for (var param : params.entrySet()) {
            parts.add(new Text.Part.Literal(mark + param.getKey() + "="));
            parts.addAll(param.getValue().parts());
            mark = "&";
        }
        return new Text(parts);
    }

    private Optional<Body> body(Py call) {
        var json = call.keyword("json");
        if (json.exists()) {
            return values.value(json).map(Body.Json::new);
        }
        var data = values.resolved(call.keyword("data"));
        if (!data.exists()) {
            return Optional.of(new Body.None());
        }
        return data.is("Dict")
                ? values.texts(data).map(Body.Form::new)
                : values.text(data).map(Body.Raw::new);
    }

    private void assigned(Py node) {
        var target = node.all("targets").getFirst();
        var value = node.at("value");
        var name = target.path().replaceFirst("^self\\.", "");
        if (isRequest(value)) {
            request(value, node).ifPresent(it -> named.put(target.path(), it));
        } else if (target.is("Subscript") && target.at("value").path().equals(HEADERS)) {
            header(target.at("slice").text(), value, node);
        } else if (!name.isEmpty() && extracted(name, value)) {
            values.user(name);
        } else if (target.is("Name")
                && (value.is("Dict") || value.is("List") || values.text(value).isPresent())) {
            values.constant(name, value);
        } else {
            left(node);
        }
    }

    /** A header for all that follows; what it takes of a response becomes a variable. */
    private void header(Optional<String> name, Py value, Py statement) {
        value.walk(
                it -> {
                    if (it.is("Subscript") && extracted("token", it)) {
                        values.user("token");
                    }
                });
        var text = values.text(value).or(() -> replaced(value));
        if (name.isPresent() && text.isPresent()) {
            steps.add(new Step.Header(name.get(), text.get()));
        } else {
            left(statement);
        }
    }

    /** The text with the value of a response in it as the variable that it has become. */
    private Optional<Text> replaced(Py value) {
        var parts = new ArrayList<Text.Part>();
        var pieces =
                value.is("JoinedStr")
                        ? value.all("values")
                        : List.of(value.at("left"), value.at("right"));
        for (var piece : pieces) {
            var inner = piece.is("FormattedValue") ? piece.at("value") : piece;
            if (path(inner).isPresent()) {
                parts.add(new Text.Part.Variable("token"));
            } else {
                var text = values.text(piece);
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                parts.addAll(text.get().parts());
            }
        }
        return Optional.of(new Text(parts));
    }

    /** A value of a response's JSON: its name and the path. */
    private record Found(String response, String path) {}

    private static Optional<Found> path(Py node) {
        if (node.is("Call") && node.at("func").is("Attribute")) {
            var func = node.at("func");
            if (func.string("attr").equals("json")) {
                return Optional.of(new Found(func.at("value").path(), "$"));
            }
            return func.string("attr").equals("get")
                    ? path(func.at("value")).flatMap(it -> step(it, node.argument(0)))
                    : Optional.empty();
        }
        return node.is("Subscript")
                ? path(node.at("value")).flatMap(it -> step(it, node.at("slice")))
                : Optional.empty();
    }

    private static Optional<Found> step(Found found, Py key) {
        return key.text()
                .map(it -> "." + it)
                .or(() -> key.number().map(it -> "[" + it.longValue() + "]"))
                .map(it -> new Found(found.response, found.path + it));
    }

    private boolean extracted(String name, Py value) {
        var found = path(value);
        var request = found.map(it -> named.get(it.response()));
        if (request.isEmpty()) {
            return false;
        }
        request.get().extracts().put(name, found.get().path());
        return true;
    }

    /** {@code with self.client.get(...) as response:}. */
    private void with(Py node) {
        var item = node.all("items").getFirst();
        var call = item.at("context_expr");
        if (!isRequest(call)) {
            left(node);
            return;
        }
        var request = request(call, node);
        if (request.isEmpty()) {
            return;
        }
        var name = item.at("optional_vars").path();
        named.put(name, request.get());
        for (var statement : node.all("body")) {
            var check = failure(name, statement);
            if (check.isPresent()) {
                request.get().checks().add(check.get());
            } else {
                statement(statement);
            }
        }
    }

    /** {@code if response.status_code != 200: response.failure("...")}. */
    private static Optional<Check> failure(String response, Py statement) {
        var test = statement.at("test");
        var left = test.at("left");
        var right = test.all("comparators").stream().findFirst().flatMap(Py::number);
        boolean ofStatus = left.path().equals(response + ".status_code") && right.isPresent();
        var operator = test.all("ops").stream().findFirst().map(Py::type).orElse("");
        if (!statement.is("If") || !ofStatus) {
            return Optional.empty();
        }
        int code = right.get().intValue();
        return switch (operator) {
            case "NotEq" -> Optional.of(new Check.Status("status is " + code, List.of(code)));
            case "GtE" ->
                    code == 400
                            ? Optional.of(new Check.Status("status is below 400", List.of(2, 3)))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** {@code for _ in range(3):}. */
    private void loop(Py node) {
        var call = node.at("iter");
        var times = call.argument(0).number();
        boolean counts = call.at("func").path().equals("range") && call.all("args").size() == 1;
        if (!counts || times.isEmpty()) {
            left(node);
            return;
        }
        var inner = new PySteps(values);
        inner.named.putAll(named);
        node.all("body").forEach(inner::statement);
        steps.add(new Step.Repeat(times.get().longValue(), inner.steps));
    }
}
