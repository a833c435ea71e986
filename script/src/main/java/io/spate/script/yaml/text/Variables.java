package io.spate.script.yaml.text;

import io.spate.metrics.Nearest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names that texts of one scenario may use. Variables that are set before the run are filled in
 * while loading; of those that differ between users, the names that are set so far are known.
 */
public final class Variables {
    private static final Set<String> BUILT_IN = Set.of("userId", "iteration", "uuid");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    private final Map<String, String> fixed;
    private final Set<String> texts = new TreeSet<>();
    private final Set<String> lists = new TreeSet<>();

    /** With the values that are known before the run. */
    public Variables(Map<String, String> fixed) {
        this.fixed = fixed;
    }

    /** With all that others know by now. */
    public Variables(Variables others) {
        this(others.fixed);
        texts.addAll(others.texts);
        lists.addAll(others.lists);
    }

    /**
     * A variable that a step sets to a text.
     *
     * @throws IllegalArgumentException where it is no name for a variable
     */
    public String define(String name) {
        if (lists.contains(checked(name))) {
            throw new IllegalArgumentException("${%s} is a list already".formatted(name));
        }
        texts.add(name);
        return name;
    }

    /**
     * A variable that a step sets to a list.
     *
     * @throws IllegalArgumentException where it is no name for a variable
     */
    public String defineList(String name) {
        if (texts.contains(checked(name))) {
            throw new IllegalArgumentException("${%s} is a text already".formatted(name));
        }
        lists.add(name);
        return name;
    }

    /**
     * A variable that holds a list.
     *
     * @throws IllegalArgumentException where none of that name does
     */
    public String list(String name) {
        if (lists.contains(name)) {
            return name;
        }
        throw new IllegalArgumentException(
                "${%s} holds no list%s: extract one with pick: all"
                        .formatted(name, Nearest.hint(name, lists)));
    }

    /** The name, where it could be read with {@code ${name}}; else throws. */
    public static String checked(String name) {
        if (BUILT_IN.contains(name)) {
            throw new IllegalArgumentException(
                    "${%s} is built in: use another name".formatted(name));
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no name for a variable: it has letters, digits, _ . -, and a letter first"
                            .formatted(name));
        }
        return name;
    }

    Template.Part part(String name) {
        if (lists.contains(name)) {
            throw new IllegalArgumentException(
                    "${%s} is a list: go through it with - foreach: item, in: ${%s}"
                            .formatted(name, name));
        }
        if (texts.contains(name)) {
            return new Template.Part.Variable(name);
        }
        var value = fixed.get(name);
        if (value != null) {
            return new Template.Part.Literal(value);
        }
        var known = new TreeSet<>(fixed.keySet());
        known.addAll(texts);
        known.addAll(BUILT_IN);
        throw new IllegalArgumentException(
                "nothing sets ${%s}%s: extract or set it in an earlier step, list it under variables, or give it with -e %s=VALUE"
                        .formatted(name, Nearest.hint(name, known), name));
    }
}
