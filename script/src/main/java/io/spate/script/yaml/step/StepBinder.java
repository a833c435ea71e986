package io.spate.script.yaml.step;

import io.spate.metrics.Nearest;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Reading;
import io.spate.script.yaml.text.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads lists of steps. The key that says what a step does is its verb; each family of verbs has a
 * binder of its own.
 */
public final class StepBinder {
    private static final int DEPTH_MAX = 50;

    private final StepSettings settings;
    private final RequestBinder requests;
    private final FlowBinder flows;
    private final ActBinder acts;
    private int depth;

    /** For the steps of users that have some variables. */
    public StepBinder(StepSettings settings, Variables variables) {
        this.settings = settings;
        this.requests = new RequestBinder(settings, variables);
        this.flows = new FlowBinder(this, variables);
        this.acts = new ActBinder(settings, variables);
    }

    /** The verbs of all steps, each with the keys that may stand in its step, itself among them. */
    public static Map<String, Set<String>> keysByVerb() {
        var keys = new TreeMap<String, Set<String>>();
        RequestBinder.METHODS.forEach(it -> keys.put(it, with(it, RequestBinder.KEYS)));
        FlowBinder.KEYS.forEach((verb, more) -> keys.put(verb, with(verb, more)));
        ActBinder.VERBS.forEach(it -> keys.put(it, Set.of(it)));
        return keys;
    }

    private static Set<String> with(String verb, Set<String> more) {
        var all = new TreeSet<>(more);
        all.add(verb);
        return all;
    }

    /** What reading needs. */
    Reading reading() {
        return settings.reading();
    }

    /** The weight of a task or a choice; 1 where it says none. */
    public static int weight(Fields fields) {
        return FlowBinder.weight(fields);
    }

    /** The steps of a field; none where it is not there. */
    public List<Step> steps(Fields fields, String name) {
        var steps = steps(fields.list(name));
        if (fields.node(name).filter(StepBinder::isEmpty).isPresent()) {
            fields.problems().add(fields.key(name), "%s has no step".formatted(name));
        }
        return steps;
    }

    private static boolean isEmpty(Node node) {
        return node instanceof SequenceNode sequence && sequence.getValue().isEmpty();
    }

    private List<Step> steps(List<Node> nodes) {
        var steps = new ArrayList<Step>();
        nodes.forEach(node -> step(node).ifPresent(steps::add));
        return steps;
    }

    private Optional<Step> step(Node node) {
        if (depth == DEPTH_MAX) {
            settings.problems()
                    .add(node, "steps are nested more than %d deep".formatted(DEPTH_MAX));
            return Optional.empty();
        }
        depth++;
        try {
            return step(settings.reading().open(node, "a step"));
        } finally {
            depth--;
        }
    }

    private Optional<Step> step(Fields fields) {
        var all = keysByVerb();
        var verbs = fields.present(all.keySet());
        if (verbs.size() > 1) {
            verbs.removeIf(it -> verbs.stream().anyMatch(other -> belongs(all, it, other)));
        }
        if (verbs.size() != 1) {
            complain(fields, all, verbs);
            return Optional.empty();
        }
        var verb = verbs.getFirst();
        if (RequestBinder.METHODS.contains(verb)) {
            fields.only("a request", with(verb, RequestBinder.KEYS));
            return requests.request(fields, verb).map(it -> it);
        }
        fields.only("a step with %s".formatted(verb), all.getOrDefault(verb, Set.of()));
        return FlowBinder.KEYS.containsKey(verb)
                ? flows.block(fields, verb).map(it -> it)
                : acts.act(fields, verb).map(it -> it);
    }

    /** Whether one verb is but a key of the step of another. */
    private static boolean belongs(Map<String, Set<String>> all, String key, String verb) {
        return !key.equals(verb) && all.getOrDefault(verb, Set.of()).contains(key);
    }

    private static void complain(Fields fields, Map<String, Set<String>> all, List<String> verbs) {
        if (!(fields.node() instanceof MappingNode)) {
            return;
        }
        if (verbs.size() > 1) {
            fields.problems()
                    .add(
                            fields.key(verbs.get(1)),
                            "a step does one thing, and this one has %s: put a dash before each"
                                    .formatted(String.join(" and ", verbs)));
            return;
        }
        var known = new TreeSet<>(all.keySet());
        RequestBinder.KEYS.forEach(known::add);
        var unknown = fields.names().stream().filter(it -> !known.contains(it)).toList();
        unknown.forEach(
                it ->
                        fields.problems()
                                .add(
                                        fields.key(it),
                                        "a step has no \"%s\"%s"
                                                .formatted(it, Nearest.hint(it, known))));
        if (unknown.isEmpty()) {
            fields.problems()
                    .add(
                            fields.node(),
                            "a step does one of: %s".formatted(String.join(", ", all.keySet())));
        }
    }
}
