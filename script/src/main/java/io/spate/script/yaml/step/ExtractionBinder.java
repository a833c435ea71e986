package io.spate.script.yaml.step;

import io.spate.http.HttpResponse;
import io.spate.script.yaml.step.Extraction.Pick;
import io.spate.script.yaml.step.Extraction.Source;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads what is taken from responses: a JSON path, or a mapping that says what and how. */
final class ExtractionBinder {
    static final Set<String> SOURCES =
            Set.of("jsonpath", "pointer", "regex", "css", "header", "cookie");
    static final Set<String> KEYS =
            Set.of(
                    "jsonpath",
                    "pointer",
                    "regex",
                    "group",
                    "css",
                    "attribute",
                    "header",
                    "cookie",
                    "pick",
                    "default",
                    "optional");

    private static final Map<String, Pick> PICKS =
            Map.of("first", Pick.FIRST, "last", Pick.LAST, "random", Pick.RANDOM, "all", Pick.ALL);

    private final Variables variables;

    ExtractionBinder(Variables variables) {
        this.variables = variables;
    }

    List<Extraction> extractions(Fields fields) {
        var extractions = new ArrayList<Extraction>();
        fields.open("extract")
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
        if (fields.node(name).orElseThrow() instanceof MappingNode) {
            return fields.fields(name, KEYS).flatMap(it -> longForm(fields, name, it));
        }
        var variable = variable(fields, name, Pick.FIRST);
        var path = fields.raw(name, HttpResponse::checkedJsonPath);
        return variable.flatMap(
                number ->
                        path.map(
                                it ->
                                        new Extraction(
                                                number,
                                                new Source.Json(it),
                                                Pick.FIRST,
                                                Optional.empty(),
                                                false)));
    }

    private Optional<Extraction> longForm(Fields fields, String name, Fields how) {
        var pick = how.word("pick", PICKS).orElse(Pick.FIRST);
        var otherwise = how.template("default", variables);
        var optional = how.flag("optional").orElse(false);
        how.goesWith("group", "regex");
        how.goesWith("attribute", "css");
        var source = source(fields, name, how);
        if (how.has("default") && pick == Pick.ALL) {
            how.problems().add(how.key("default"), "pick: all gives an empty list, no default");
        }
        return variable(fields, name, pick)
                .flatMap(
                        number ->
                                source.map(
                                        it ->
                                                new Extraction(
                                                        number, it, pick, otherwise, optional)));
    }

    private Optional<String> variable(Fields fields, String name, Pick pick) {
        return fields.problems()
                .attempt(
                        fields.key(name),
                        "",
                        () ->
                                pick == Pick.ALL
                                        ? variables.defineList(name)
                                        : variables.define(name));
    }

    private static Optional<Source> source(Fields fields, String name, Fields how) {
        var given = how.present(SOURCES);
        if (given.size() != 1) {
            how.problems()
                    .add(
                            fields.key(name),
                            "an extraction has one of jsonpath, pointer, regex, css, header,"
                                    + " cookie");
            return Optional.empty();
        }
        return switch (given.getFirst()) {
            case "jsonpath" -> how.raw("jsonpath", Sources::json);
            case "pointer" -> how.raw("pointer", Sources::pointer);
            case "regex" -> regex(how);
            case "css" -> {
                var attribute = how.text("attribute").orElse("");
                yield how.raw("css", text -> Sources.css(text, attribute));
            }
            case "header" -> how.raw("header", Sources::header);
            default -> how.raw("cookie", Source.Cookie::new);
        };
    }

    /** Without a group, the first one, and the whole where the pattern has none. */
    private static Optional<Source> regex(Fields how) {
        var group = how.wholeNumber("group");
        return how.raw(
                "regex",
                text -> {
                    int groups = ConditionParser.pattern(text).matcher("").groupCount();
                    return Sources.regex(text, group.orElse(Math.min(1, groups)));
                });
    }
}
