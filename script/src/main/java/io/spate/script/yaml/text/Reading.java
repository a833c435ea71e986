package io.spate.script.yaml.text;

import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What is needed wherever a file is read.
 *
 * @param problems takes the mistakes
 * @param fixed knows the variables that are the same for all users
 */
public record Reading(YamlProblems problems, FixedTexts fixed) {

    /** The fields of a mapping whose names the author chooses, such as headers. */
    public Fields open(Node node, String what) {
        return Fields.open(node, what, this);
    }

    /** The fields of a mapping that may have the given names and no others. */
    public Fields fields(Node node, String what, Set<String> names) {
        return Fields.of(node, what, names, this);
    }

    /** A scalar's text, with its variables filled in; anything else is a mistake. */
    public Optional<String> text(Node node, String what) {
        return Fields.scalar(node, what, problems)
                .flatMap(text -> problems.attempt(node, what + ": ", () -> fixed.fill(text)));
    }

    /** A scalar's text as it was written; anything else is a mistake. */
    public Optional<String> rawText(Node node, String what) {
        return Fields.scalar(node, what, problems);
    }
}
