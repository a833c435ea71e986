package io.spate.script.yaml;

import io.spate.http.HttpOptions;
import io.spate.http.HttpResponse;
import io.spate.plan.Durations;
import io.spate.plan.ThinkTime;
import io.spate.script.yaml.Step.Body;
import io.spate.script.yaml.Step.Check;
import io.spate.script.yaml.Step.Condition;
import io.spate.script.yaml.Step.Extraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads steps. */
final class StepBinder {
    /** The keys that make a step a request, and say its method. */
    static final Set<String> METHODS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options");

    /** The keys of a request beside its method. */
    static final Set<String> REQUEST_KEYS =
            Set.of(
                    "name",
                    "headers",
                    "query",
                    "json",
                    "form",
                    "body",
                    "contentType",
                    "extract",
                    "check");

    static final Set<String> CHECK_KEYS = Set.of("status", "contains", "json", "maxDuration");

    private static final Set<String> BODIES = Set.of("json", "form", "body");

    private final Variables variables;
    private final AddressBinder addresses;
    private final YamlProblems problems;

    StepBinder(Variables variables, AddressBinder addresses, YamlProblems problems) {
        this.variables = variables;
        this.addresses = addresses;
        this.problems = problems;
    }

    List<Step> steps(List<Node> nodes) {
        var steps = new ArrayList<Step>();
        nodes.forEach(node -> step(node).ifPresent(steps::add));
        return steps;
    }

    private Optional<Step> step(Node node) {
        var names = new TreeSet<>(METHODS);
        names.addAll(REQUEST_KEYS);
        names.add("think");
        var fields = Fields.of(node, "a step", names, problems);
        var methods = fields.present(METHODS);
        if (methods.size() == 1 && !fields.has("think")) {
            return request(fields, methods.getFirst());
        }
        if (methods.isEmpty() && fields.has("think")) {
            for (var name : fields.present(REQUEST_KEYS)) {
                problems.add(fields.key(name), "a pause has no " + name);
            }
            return pause(fields);
        }
        if (!fields.names().isEmpty()) {
            problems.add(
                    node,
                    "a step does one thing: a request (%s: URL) or a pause (think: 1s..3s)"
                            .formatted(String.join(", ", new TreeSet<>(METHODS))));
        }
        return Optional.empty();
    }

    private static Optional<Step> pause(Fields fields) {
        return fields.parsed("think", ThinkTime::parse)
                .map(
                        think ->
                                switch (think) {
                                    case ThinkTime.Constant(var pause) ->
                                            new Step.Pause(pause.toNanos(), pause.toNanos());
                                    case ThinkTime.Exponential _ ->
                                            throw new UnsupportedOperationException();
                                    case ThinkTime.Uniform(var min, var max) ->
                                            new Step.Pause(min.toNanos(), max.toNanos());
                                });
    }

    private Optional<Step> request(Fields fields, String method) {
        var url = fields.parsed(method, text -> Template.parse(text, variables));
        var address = url.flatMap(it -> fields.parsed(method, _ -> addresses.address(it)));
        var headers = templates(fields, "headers");
        headers.forEach((name, value) -> checkHeader(fields, name, value));
        var query = templates(fields, "query");
        var body = body(fields);
        var checks = fields.node("check").map(this::checks).orElseGet(List::of);
        // Last, as a step's own texts cannot use what it extracts.
        var extractions = extractions(fields);
        var name = fields.text("name").or(() -> url.flatMap(StepBinder::nameOf));
        return address.map(
                it ->
                        new Step.Request(
                                method.toUpperCase(Locale.ROOT),
                                it,
                                name,
                                headers,
                                query,
                                body,
                                extractions,
                                checks));
    }

    /** The URL as written, without credentials, where it is not sent as written. */
    private static Optional<String> nameOf(Template url) {
        return url.constant().filter(url.source()::equals).isPresent()
                ? Optional.empty()
                : Optional.of(url.source().replaceFirst("//[^/@]*@", "//"));
    }

    /** As the HTTP client will; what is only known in the run it has to check then. */
    private void checkHeader(Fields fields, String name, Template value) {
        problems.attempt(
                fields.key("headers"),
                "headers: ",
                () ->
                        new HttpOptions(
                                "",
                                Map.of(name, value.constant().orElse("")),
                                HttpOptions.DEFAULT.timeout(),
                                true,
                                false));
    }

    private Map<String, Template> templates(Fields fields, String name) {
        Map<String, Template> templates = new LinkedHashMap<>();
        fields.node(name)
                .map(node -> Fields.open(node, name, problems))
                .ifPresent(
                        open ->
                                open.names()
                                        .forEach(
                                                key ->
                                                        open.parsed(
                                                                        key,
                                                                        text ->
                                                                                Template.parse(
                                                                                        text,
                                                                                        variables))
                                                                .ifPresent(
                                                                        it ->
                                                                                templates.put(
                                                                                        key, it))));
        return templates;
    }

    private Optional<Body> body(Fields fields) {
        var given = fields.present(BODIES);
        if (given.size() > 1) {
            problems.add(
                    fields.key(given.get(1)),
                    "a request has one body, and this has " + String.join(" and ", given));
        }
        if (fields.has("contentType") && !fields.has("body")) {
            problems.add(fields.key("contentType"), "contentType goes with body");
        }
        if (fields.has("form")) {
            return Optional.of(new Body.Form(templates(fields, "form")));
        }
        if (fields.has("body")) {
            var contentType = fields.text("contentType").orElse("text/plain; charset=utf-8");
            return fields.parsed("body", text -> Template.parse(text, variables))
                    .map(text -> new Body.Text(text, contentType));
        }
        return fields.node("json")
                .map(node -> new Body.Json(JsonTemplate.of(node, variables, problems)));
    }

    private List<Extraction> extractions(Fields fields) {
        var extractions = new ArrayList<Extraction>();
        fields.node("extract")
                .map(node -> Fields.open(node, "extract", problems))
                .ifPresent(
                        open ->
                                open.names()
                                        .forEach(
                                                name ->
                                                        extraction(open, name)
                                                                .ifPresent(extractions::add)));
        return extractions;
    }

    private Optional<Extraction> extraction(Fields fields, String name) {
        var variable = problems.attempt(fields.key(name), "", () -> variables.extract(name));
        var path = fields.parsed(name, HttpResponse::checkedJsonPath);
        return variable.flatMap(index -> path.map(it -> new Extraction(index, it)));
    }

    private List<Check> checks(Node node) {
        var fields = Fields.of(node, "check", CHECK_KEYS, problems);
        var checks = new ArrayList<Check>();
        fields.node("status")
                .flatMap(this::statuses)
                .ifPresent(
                        ranges ->
                                checks.add(
                                        new Check(
                                                "status is " + shown(ranges),
                                                new Condition.StatusIn(ranges))));
        fields.parsed("contains", text -> Template.parse(text, variables))
                .ifPresent(
                        text ->
                                checks.add(
                                        new Check(
                                                "body contains " + text.source(),
                                                new Condition.Contains(text))));
        templates(fields, "json")
                .forEach(
                        (path, value) ->
                                problems.attempt(
                                                fields.key("json"),
                                                "json: ",
                                                () -> HttpResponse.checkedJsonPath(path))
                                        .ifPresent(
                                                it ->
                                                        checks.add(
                                                                new Check(
                                                                        it
                                                                                + " is "
                                                                                + value.source(),
                                                                        new Condition.JsonEquals(
                                                                                it, value)))));
        fields.parsed("maxDuration", Durations::parse)
                .ifPresent(
                        limit ->
                                checks.add(
                                        new Check(
                                                "faster than " + Durations.format(limit),
                                                new Condition.FasterThan(limit.toNanos() / 1e6))));
        return checks;
    }

    private Optional<List<Step.Range>> statuses(Node node) {
        var nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        var ranges = new ArrayList<Step.Range>();
        for (var element : nodes) {
            Fields.text(element, "status", problems)
                    .flatMap(text -> problems.attempt(element, "", () -> status(text)))
                    .ifPresent(ranges::add);
        }
        return ranges.isEmpty() ? Optional.empty() : Optional.of(ranges);
    }

    private static Step.Range status(String text) {
        if (text.matches("[1-5]xx")) {
            int from = (text.charAt(0) - '0') * 100;
            return new Step.Range(from, from + 99);
        }
        if (text.matches("[1-5]\\d\\d")) {
            return new Step.Range(Integer.parseInt(text), Integer.parseInt(text));
        }
        throw new IllegalArgumentException(
                "\"%s\" is not a status: write one such as 200, or 2xx".formatted(text));
    }

    private static String shown(List<Step.Range> ranges) {
        return String.join(
                " or ",
                ranges.stream()
                        .map(
                                it ->
                                        it.from() == it.to()
                                                ? String.valueOf(it.from())
                                                : it.from() / 100 + "xx")
                        .toList());
    }
}
