package io.spate.script.yaml;

import io.spate.metrics.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that texts of one scenario may use. Variables that are set before the run are filled in
 * while loading; those that steps extract get numbers.
 */
final class Variables {
    private static final Set<String> BUILT_IN = Set.of("userId", "iteration");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    private final Map<String, String> fixed;
    private final List<String> extracted = new ArrayList<>();

    /** With the values that are known before the run. */
    Variables(Map<String, String> fixed) {
        this.fixed = fixed;
    }

    /**
     * The number of a variable that a step extracts.
     *
     * @throws IllegalArgumentException where it is no name for a variable
     */
    int extract(String name) {
        checkName(name);
        if (!extracted.contains(name)) {
            extracted.add(name);
        }
        return extracted.indexOf(name);
    }

    /** Refuses what could never be read with {@code ${name}}. */
    static void checkName(String name) {
        if (BUILT_IN.contains(name)) {
            throw new IllegalArgumentException(
                    "${%s} is built in: use another name".formatted(name));
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no name for a variable: it has letters, digits, _ . -, and a letter first"
                            .formatted(name));
        }
    }

    /** Their names, by number. */
    List<String> names() {
        return List.copyOf(extracted);
    }

    Template.Part part(String name) {
        int index = extracted.indexOf(name);
        if (index >= 0) {
            return new Template.Part.Variable(index);
        }
        var value = fixed.get(name);
        if (value != null) {
            return new Template.Part.Literal(value);
        }
        var known = new LinkedHashMap<>(fixed);
        extracted.forEach(it -> known.put(it, ""));
        BUILT_IN.forEach(it -> known.put(it, ""));
        throw new IllegalArgumentException(
                "nothing sets ${%s}%s: extract it in an earlier step, list it under variables, or give it with -e %s=VALUE"
                        .formatted(name, Nearest.hint(name, known.keySet()), name));
    }
}
