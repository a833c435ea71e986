package io.spate.script.yaml.text;

import io.spate.plan.InvalidPlanException;
import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gathers the mistakes of a file, each with its place. */
public final class YamlProblems {
    private final String file;
    private final List<String> lines;
    private final List<SourceProblem> found = new ArrayList<>();

    /** For a file, as the user named it, with its text. */
    public YamlProblems(String file, String text) {
        this.file = file;
        this.lines = text.replace("\uFEFF", "").lines().toList();
    }

    /** Adds a mistake. */
    public void add(Node node, String message) {
        add(node.getStartMark(), message);
    }

    /** Adds a mistake. */
    public void add(Optional<Mark> mark, String message) {
        var line = mark.map(it -> it.getLine() + 1).orElse(0);
        var column = mark.map(it -> it.getColumn() + 1).orElse(0);
        var source = line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
        found.add(new SourceProblem(file, line, column, message, source));
    }

    /** What a step gives; empty where it refuses the value, which is then a mistake of the node. */
    public <V> Optional<V> attempt(Node node, String what, Supplier<V> step) {
        try {
            return Optional.of(step.get());
        } catch (InvalidPlanException e) {
            e.problems().forEach(problem -> add(node, what + problem));
        } catch (IllegalArgumentException e) {
            add(node, what + e.getMessage());
        }
        return Optional.empty();
    }

    /** Throws where there are any, in the order of the file. */
    public void check() {
        if (!found.isEmpty()) {
            found.sort(
                    Comparator.comparingInt(SourceProblem::line)
                            .thenComparingInt(SourceProblem::column));
            throw new ScriptException(found);
        }
    }
}
