package io.spate.script.yaml.step;

import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Template;
import io.spate.script.yaml.text.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads steps that have steps in them: groups, loops, branches. */
final class FlowBinder {
    static final Map<String, Set<String>> KEYS =
            Map.of(
                    "group", Set.of("steps"),
                    "repeat", Set.of("counter", "steps"),
                    "while", Set.of("counter", "max", "steps"),
                    "foreach", Set.of("in", "counter", "steps"),
                    "if", Set.of("then", "else"),
                    "choose", Set.of());

    static final Set<String> CHOICE_KEYS = Set.of("name", "weight", "steps");

    private static final int LOOP_MAX = 10_000;
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}(]*)}");

    private final StepBinder steps;
    private final Variables variables;

    FlowBinder(StepBinder steps, Variables variables) {
        this.steps = steps;
        this.variables = variables;
    }

    Optional<Step.Block> block(Fields fields, String verb) {
        return switch (verb) {
            case "group" ->
                    fields.text("group")
                            .flatMap(name -> group(fields, name))
                            .map(name -> new Step.Group(name, body(fields)));
            case "repeat" -> repeat(fields);
            case "while" -> loop(fields);
            case "foreach" -> each(fields);
            case "if" -> branch(fields);
            default -> choose(fields);
        };
    }

    private static Optional<String> group(Fields fields, String name) {
        if (name.isBlank() || name.contains("::")) {
            fields.problems()
                    .add(fields.key("group"), "a group's name is not empty, and has no ::");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private List<Step> body(Fields fields) {
        if (!fields.has("steps")) {
            fields.problems().add(fields.node(), "this needs steps: a list of what is done in it");
        }
        return steps.steps(fields, "steps");
    }

    private Optional<Step.Block> repeat(Fields fields) {
        var times = fields.raw("repeat", text -> times(Template.parse(text, variables)));
        var counter = counter(fields);
        var body = body(fields);
        return times.map(it -> new Step.Repeat(it, counter, body));
    }

    private static Template times(Template times) {
        times.constant()
                .filter(it -> !it.matches("[0-9]{1,9}"))
                .ifPresent(
                        it -> {
                            throw new IllegalArgumentException(
                                    "\"%s\" is not a number of times".formatted(it));
                        });
        return times;
    }

    private Optional<String> counter(Fields fields) {
        return fields.raw("counter", variables::define);
    }

    private Optional<Step.Block> loop(Fields fields) {
        // First, as the condition may ask for it; it then holds how often the steps were done.
        var counter = counter(fields);
        var condition = fields.raw("while", text -> ConditionParser.parse(text, variables));
        var max = fields.wholeNumber("max").orElse(LOOP_MAX);
        if (max < 1) {
            fields.problems().add(fields.key("max"), "max must be at least 1");
        }
        var body = body(fields);
        return condition.map(it -> new Step.While(it, counter, max, body));
    }

    private Optional<Step.Block> each(Fields fields) {
        var items = fields.node("in").flatMap(this::items);
        if (!fields.has("in")) {
            fields.problems()
                    .add(
                            fields.node(),
                            "foreach needs what it goes through: in: [a, b], or in: ${list}");
        }
        var item = fields.raw("foreach", variables::define);
        var counter = counter(fields);
        var body = body(fields);
        return items.flatMap(it -> item.map(number -> new Step.ForEach(number, counter, it, body)));
    }

    private Optional<Step.Items> items(Node node) {
        var reading = steps.reading();
        if (!(node instanceof SequenceNode sequence)) {
            return reading.rawText(node, "in").flatMap(text -> extracted(node, text));
        }
        var elements = new ArrayList<Template>();
        for (var element : sequence.getValue()) {
            reading.rawText(element, "an element of in")
                    .flatMap(
                            text ->
                                    reading.problems()
                                            .attempt(
                                                    element,
                                                    "in: ",
                                                    () -> Template.parse(text, variables)))
                    .ifPresent(elements::add);
        }
        return Optional.of(new Step.Items.Listed(elements));
    }

    private Optional<Step.Items> extracted(Node node, String text) {
        return steps.reading()
                .problems()
                .attempt(
                        node,
                        "in: ",
                        () -> {
                            var place = PLACE.matcher(text.strip());
                            if (!place.matches()) {
                                throw new IllegalArgumentException(
                                        "\"%s\" is neither a list nor a variable such as ${ids}"
                                                .formatted(text));
                            }
                            return new Step.Items.Extracted(variables.list(place.group(1).strip()));
                        });
    }

    private Optional<Step.Block> branch(Fields fields) {
        var condition = fields.raw("if", text -> ConditionParser.parse(text, variables));
        if (!fields.has("then")) {
            fields.problems().add(fields.node(), "if needs then: a list of steps");
        }
        var then = steps.steps(fields, "then");
        var otherwise = steps.steps(fields, "else");
        return condition.map(it -> new Step.If(it, then, otherwise));
    }

    private Optional<Step.Block> choose(Fields fields) {
        var choices = new ArrayList<Step.Choice>();
        long sum = 0;
        for (var node : fields.list("choose")) {
            var choice = steps.reading().fields(node, "a choice", CHOICE_KEYS);
            var weight = weight(choice);
            var body = body(choice);
            sum += weight;
            if (weight > 0 && sum <= Integer.MAX_VALUE) {
                choices.add(new Step.Choice((int) sum, body));
            }
        }
        if (sum == 0 || sum > Integer.MAX_VALUE) {
            fields.problems()
                    .add(
                            fields.key("choose"),
                            "choose needs choices whose weights add up to 1 to 2147483647, as in"
                                    + " - {weight: 3, steps: [...]}");
            return Optional.empty();
        }
        return Optional.of(new Step.Choose(choices));
    }

    /** The weight of a task or a choice; 1 where it says none. */
    static int weight(Fields fields) {
        int weight = fields.wholeNumber("weight").orElse(1);
        if (weight < 0) {
            fields.problems().add(fields.key("weight"), "weight must not be negative");
        }
        return Math.max(0, weight);
    }
}
