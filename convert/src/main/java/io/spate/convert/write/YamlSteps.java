package io.spate.convert.write;

import io.spate.convert.draft.Step;
import io.spate.convert.draft.Step.Body;
import io.spate.convert.draft.Step.Check;
import io.spate.convert.draft.Step.Value;
import io.spate.convert.draft.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists of steps in YAML. */
final class YamlSteps {
    private final Lines out;
    private final Optional<Text> target;

    YamlSteps(Lines out, Optional<Text> target) {
        this.out = out;
        this.target = target;
    }

    /** Steps under a key; nothing where there are none. */
    void list(String key, List<Step> steps) {
        if (!steps.isEmpty()) {
            always(key, steps);
        }
    }

    /** Steps under a key, where there must be one. */
    void always(String key, List<Step> steps) {
        out.add(key + ":").in();
        steps.forEach(this::step);
        if (steps.stream().allMatch(it -> it instanceof Step.Left)) {
            out.add("- think: 0s");
        }
        out.out();
    }

    private void step(Step step) {
        switch (step) {
            case Step.Left left -> out.left(left);
            case Step.Pause pause -> out.add("- think: " + YamlWriter.pause(pause));
            case Step.Measure(var metric, var value) ->
                    out.add("- metric: {%s: %s}".formatted(metric, value));
            case Step.Header(var name, var value) ->
                    out.add("- header: {%s: %s}".formatted(name, YamlText.of(value)));
            case Step.Group(var name, var inner) -> {
                out.add("- group: " + YamlText.quoted(name)).in();
                always("steps", inner);
                out.out();
            }
            case Step.Repeat(var times, var inner) -> {
                out.add("- repeat: " + times).in();
                always("steps", inner);
                out.out();
            }
            case Step.Request request -> request(request);
        }
    }

    private void request(Step.Request request) {
        var url = YamlText.of(YamlWriter.behind(target, request.url()));
        out.add("- %s: %s".formatted(request.method().toLowerCase(Locale.ROOT), url)).in();
        request.name().ifPresent(it -> out.add("name: " + YamlText.of(it)));
        YamlText.map(out, "headers", request.headers(), YamlText::of);
        YamlText.map(out, "tags", request.tags(), YamlText::of);
        body(request.body());
        YamlText.map(out, "extract", request.extracts(), YamlText::quoted);
        if (!request.checks().isEmpty()) {
            out.add("check:").in();
            request.checks().forEach(this::check);
            out.out();
        }
        out.out();
    }

    private void body(Body body) {
        switch (body) {
            case Body.None _ -> {}
            case Body.Form(var fields) -> YamlText.map(out, "form", fields, YamlText::of);
            case Body.Raw(var text) -> out.add("body: " + YamlText.of(text));
            case Body.Json(var value) -> out.add("json: " + json(value));
        }
    }

    /** In one line: YAML takes JSON. */
    private static String json(Value value) {
        return switch (value) {
            case Value.Plain(var json) -> json;
            case Value.Str(var text) -> quoted(text);
            case Value.Arr(var values) ->
                    values.stream()
                            .map(YamlSteps::json)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Value.Obj(var values) ->
                    values.entrySet().stream()
                            .map(it -> YamlText.quoted(it.getKey()) + ": " + json(it.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** Within braces nothing may stand without quotes that holds one. */
    private static String quoted(Text text) {
        var plain = YamlText.of(text);
        return plain.startsWith("\"") || !plain.matches(".*[{}?&=].*") ? plain : '"' + plain + '"';
    }

    private void check(Check check) {
        var what =
                switch (check) {
                    case Check.Status(_, var codes) -> "status: " + codes(codes);
                    case Check.Contains(_, var text) -> "contains: " + YamlText.of(Text.of(text));
                    case Check.Faster(_, var millis) -> "maxDuration: " + millis + "ms";
                    case Check.JsonIs(_, var path, var value) ->
                            "json: {\"%s\": %s}".formatted(path, YamlText.quoted(value));
                    case Check.JsonThere(_, var path) -> "that: json(%s) exists".formatted(path);
                };
        out.add("- name: " + YamlText.quoted(check.name())).in().add(what).out();
    }

    private static String codes(List<Integer> codes) {
        var words =
                codes.stream()
                        .map(it -> it < 10 ? it + "xx" : String.valueOf(it))
                        .collect(Collectors.joining(", "));
        return codes.size() == 1 ? words : "[" + words + "]";
    }
}
