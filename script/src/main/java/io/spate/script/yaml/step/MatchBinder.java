package io.spate.script.yaml.step;

import io.spate.plan.Durations;
import io.spate.script.yaml.step.Extraction.Source;
import io.spate.script.yaml.step.Match.Question;
import io.spate.script.yaml.step.Match.Range;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Template;
import io.spate.script.yaml.text.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what should be true of a response: one mapping, or a list of them. */
final class MatchBinder {
    static final Set<String> KEYS =
            Set.of(
                    "name",
                    "status",
                    "contains",
                    "notContains",
                    "matches",
                    "json",
                    "pointer",
                    "css",
                    "headers",
                    "maxDuration",
                    "that");

    private final Variables variables;

    MatchBinder(Variables variables) {
        this.variables = variables;
    }

    /** A question, and what a report calls it where the author gives no name. */
    private record Named(String name, Question question) {}

    List<Match> matches(Fields fields, String key) {
        var matches = new ArrayList<Match>();
        for (var node : fields.oneOrMore(key)) {
            matches.addAll(matches(fields.reading().fields(node, key, KEYS)));
        }
        return matches;
    }

    private List<Match> matches(Fields fields) {
        var questions = new ArrayList<Named>();
        statuses(fields)
                .ifPresent(ranges -> add(questions, shown(ranges), new Question.StatusIn(ranges)));
        for (var node : fields.oneOrMore("contains")) {
            contains(fields, node, true).ifPresent(questions::add);
        }
        for (var node : fields.oneOrMore("notContains")) {
            contains(fields, node, false).ifPresent(questions::add);
        }
        fields.raw("matches", ConditionParser::pattern)
                .ifPresent(it -> add(questions, "body matches " + it, new Question.Matches(it)));
        equal(fields, "json", Sources::json, questions);
        equal(fields, "pointer", Sources::pointer, questions);
        equal(fields, "css", selector -> Sources.css(selector, ""), questions);
        equal(fields, "headers", Sources::header, questions);
        fields.duration("maxDuration")
                .ifPresent(
                        limit ->
                                add(
                                        questions,
                                        "faster than " + Durations.format(limit),
                                        new Question.FasterThan(limit.toNanos() / 1e6)));
        for (var node : fields.oneOrMore("that")) {
            that(fields, node).ifPresent(questions::add);
        }
        return named(fields, questions);
    }

    /** With a name of the author's, all that one mapping asks is one match. */
    private static List<Match> named(Fields fields, List<Named> questions) {
        var name = fields.text("name");
        if (questions.isEmpty() && fields.names().stream().allMatch("name"::equals)) {
            fields.problems().add(fields.node(), "this asks nothing: add status: 200");
        }
        return name.map(
                        it ->
                                List.of(
                                        new Match(
                                                it,
                                                questions.stream().map(Named::question).toList())))
                .orElseGet(
                        () ->
                                questions.stream()
                                        .map(it -> new Match(it.name(), List.of(it.question())))
                                        .toList());
    }

    private static void add(List<Named> questions, String name, Question question) {
        questions.add(new Named(name, question));
    }

    private Optional<Named> contains(Fields fields, Node node, boolean wanted) {
        return text(fields, node, wanted ? "contains" : "notContains")
                .flatMap(
                        text ->
                                fields.problems()
                                        .attempt(node, "", () -> Template.parse(text, variables)))
                .map(
                        it ->
                                new Named(
                                        (wanted ? "body contains " : "body does not contain ")
                                                + it.source(),
                                        new Question.Contains(it, wanted)));
    }

    private static Optional<String> text(Fields fields, Node node, String what) {
        return fields.reading().rawText(node, what);
    }

    private void equal(
            Fields fields, String key, Function<String, Source> source, List<Named> questions) {
        fields.open(key)
                .ifPresent(
                        open -> {
                            for (var place : open.names()) {
                                var value = open.template(place, variables);
                                fields.problems()
                                        .attempt(
                                                open.key(place),
                                                key + ": ",
                                                () -> source.apply(place))
                                        .flatMap(it -> value.map(text -> equal(it, text)))
                                        .ifPresent(questions::add);
                            }
                        });
    }

    private static Named equal(Source source, Template value) {
        return new Named(
                source.text() + " is " + value.source(), new Question.Equals(source, value));
    }

    private Optional<Named> that(Fields fields, Node node) {
        return text(fields, node, "that")
                .flatMap(
                        text ->
                                fields.problems()
                                        .attempt(
                                                node,
                                                "that: ",
                                                () -> ConditionParser.parse(text, variables))
                                        .map(it -> new Named(text, new Question.That(it))));
    }

    private static Optional<List<Range>> statuses(Fields fields) {
        var ranges = new ArrayList<Range>();
        for (var node : fields.oneOrMore("status")) {
            fields.reading()
                    .text(node, "status")
                    .flatMap(text -> fields.problems().attempt(node, "", () -> Range.parse(text)))
                    .ifPresent(ranges::add);
        }
        return ranges.isEmpty() ? Optional.empty() : Optional.of(ranges);
    }

    private static String shown(List<Range> ranges) {
        return "status is " + String.join(" or ", ranges.stream().map(Range::text).toList());
    }
}
