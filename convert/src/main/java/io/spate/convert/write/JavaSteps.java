package io.spate.convert.write;

import io.spate.convert.draft.Step;
import io.spate.convert.draft.Step.Body;
import io.spate.convert.draft.Step.Check;
import io.spate.convert.draft.Step.Value;
import io.spate.convert.draft.TestDraft;
import io.spate.convert.draft.Text;
import io.spate.convert.draft.Text.Part;
import io.spate.plan.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Steps as Java statements. */
final class JavaSteps {
    private static final Set<String> VERBS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Lines out;
    private final TestDraft draft;
    private int responses;

    JavaSteps(Lines out, TestDraft draft) {
        this.out = out;
        this.draft = draft;
    }

    /** The statements of a function. */
    void all(List<Step> steps, boolean numbered) {
        if (numbered) {
            responses = 0;
        }
        steps.forEach(this::step);
    }

    private void step(Step step) {
        switch (step) {
            case Step.Left left -> out.left(left);
            case Step.Pause pause -> pause(pause);
            case Step.Measure(var metric, var value) -> measure(metric, value);
            case Step.Header(var name, var value) ->
                    out.add("user.header(%s, %s);".formatted(quoted(name), text(value)));
            case Step.Group(var name, var inner) -> {
                out.add("user.group(" + quoted(name) + ", () -> {").in();
                all(inner, false);
                out.out().add("});");
            }
            case Step.Repeat(var times, var inner) -> {
                var counter = "i" + responses;
                out.add(
                                "for (int %s = 0; %s < %d; %s++) {"
                                        .formatted(counter, counter, times, counter))
                        .in();
                all(inner, false);
                out.out().add("}");
            }
            case Step.Request request -> request(request);
        }
    }

    private void pause(Step.Pause pause) {
        var min = Durations.format(Duration.ofMillis(pause.minMillis()));
        var max = Durations.format(Duration.ofMillis(pause.maxMillis()));
        out.add(
                min.equals(max)
                        ? "user.sleep(\"" + min + "\");"
                        : "user.think(\"%s\", \"%s\");".formatted(min, max));
    }

    private void measure(String metric, String value) {
        var method = "gauge".equals(draft.metrics().get(metric)) ? "set" : "add";
        boolean rate = "rate".equals(draft.metrics().get(metric));
        var shown =
                rate && value.equals("1") ? "true" : rate && value.equals("0") ? "false" : value;
        out.add("%s.%s(user, %s);".formatted(identifier(metric), method, shown));
    }

    private void request(Step.Request request) {
        var url = text(YamlWriter.behind(draft.target(), request.url()));
        boolean used = !request.checks().isEmpty() || !request.extracts().isEmpty();
        var calls = new ArrayList<String>();
        calls.add(
                VERBS.contains(request.method())
                        ? "user.%s(%s)".formatted(request.method().toLowerCase(Locale.ROOT), url)
                        : "user.request(%s, %s)".formatted(quoted(request.method()), url));
        request.name().ifPresent(it -> calls.add(".name(" + text(it) + ")"));
        pairs(calls, "header", request.headers());
        pairs(calls, "tag", request.tags());
        switch (request.body()) {
            case Body.None _ -> {}
            case Body.Form(var fields) -> pairs(calls, "form", fields);
            case Body.Raw(var body) -> calls.add(".body(" + text(body) + ", \"text/plain\")");
            case Body.Json(var value) -> calls.add(".json(" + json(value) + ")");
        }
        calls.add(".send();");
        var name = "response" + (++responses == 1 ? "" : responses);
        out.add((used ? "var " + name + " = " : "") + String.join("", calls));
        request.checks()
                .forEach(
                        it ->
                                out.add(
                                        "user.check(%s, %s);"
                                                .formatted(
                                                        quoted(it.name()), condition(name, it))));
        request.extracts()
                .forEach(
                        (variable, path) ->
                                out.add(
                                        "user.session().set(%s, %s.json(%s));"
                                                .formatted(quoted(variable), name, quoted(path))));
    }

    private void pairs(List<String> calls, String method, Map<String, Text> pairs) {
        pairs.forEach(
                (key, value) ->
                        calls.add(".%s(%s, %s)".formatted(method, quoted(key), text(value))));
    }

    private static String condition(String response, Check check) {
        return switch (check) {
            case Check.Status(_, var codes) ->
                    codes.stream()
                            .map(
                                    it ->
                                            it < 10
                                                    ? "%s.status() / 100 == %d"
                                                            .formatted(response, it)
                                                    : "%s.status() == %d".formatted(response, it))
                            .collect(Collectors.joining(" || "));
            case Check.Contains(_, var text) ->
                    "%s.body().contains(%s)".formatted(response, quoted(text));
            case Check.Faster(_, var millis) ->
                    "%s.durationMillis() < %d".formatted(response, millis);
            case Check.JsonIs(_, var path, var value) ->
                    "%s.jsonIfPresent(%s).orElse(\"\").equals(%s)"
                            .formatted(response, quoted(path), quoted(value));
            case Check.JsonThere(_, var path) ->
                    "%s.jsonIfPresent(%s).isPresent()".formatted(response, quoted(path));
        };
    }

    private String json(Value value) {
        return switch (value) {
            case Value.Plain(var json) -> json;
            case Value.Str(var text) -> text(text);
            case Value.Arr(var values) ->
                    values.stream()
                            .map(this::json)
                            .collect(Collectors.joining(", ", "List.of(", ")"));
            case Value.Obj(var values) ->
                    values.entrySet().stream()
                            .map(
                                    it ->
                                            "Map.entry(%s, %s)"
                                                    .formatted(
                                                            quoted(it.getKey()),
                                                            json(it.getValue())))
                            .collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
        };
    }

    /** An expression for a text. */
    String text(Text text) {
        if (text.parts().isEmpty()) {
            return "\"\"";
        }
        var parts =
                text.parts().stream()
                        .map(
                                it ->
                                        switch (it) {
                                            case Part.Literal(var literal) -> quoted(literal);
                                            case Part.Variable(var name) -> variable(name);
                                            case Part.Random(var min, var max) ->
                                                    "user.random(%d, %d)".formatted(min, max);
                                        })
                        .collect(Collectors.joining(" + "));
        boolean isText =
                text.parts().stream().anyMatch(it -> it instanceof Part.Literal)
                        || (text.parts().getFirst() instanceof Part.Variable(var name)
                                && !name.equals("userId")
                                && !name.equals("iteration"));
        return isText ? parts : "String.valueOf(" + parts + ")";
    }

    private String variable(String name) {
        return switch (name) {
            case "userId" -> "user.id()";
            case "iteration" -> "user.iteration()";
            default ->
                    draft.variables().containsKey(name)
                            ? identifier(name)
                            : "user.session().text(" + quoted(name) + ")";
        };
    }

    static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    /** A name in camel case that is none of Java's words. */
    static String identifier(String name) {
        var words = name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1);
        var text = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            if (!words[i].isEmpty()) {
                text.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(words[i].substring(1));
            }
        }
        var plain = text.toString();
        boolean taken =
                javax.lang.model.SourceVersion.isKeyword(plain)
                        || plain.equals("test")
                        || plain.equals("user");
        return taken || !plain.matches("[a-z].*") ? plain + "Value" : plain;
    }
}
