package io.spate.script.yaml;

import io.spate.metrics.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that texts of one scenario may use. Variables that are set before the run are filled in
 * while loading; those that steps extract get numbers.
 */
final class Variables {
    private final Map<String, String> fixed;
    private final List<String> extracted = new ArrayList<>();

    /** With the values that are known before the run. */
    Variables(Map<String, String> fixed) {
        this.fixed = fixed;
    }

    /** The number of a variable that a step extracts. */
    int extract(String name) {
        if (!extracted.contains(name)) {
            extracted.add(name);
        }
        return extracted.indexOf(name);
    }

    /** How many variables steps extract. */
    int count() {
        return extracted.size();
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
        throw new IllegalArgumentException(
                "nothing sets ${%s}%s: extract it in an earlier step, list it under variables, or give it with -e %s=VALUE"
                        .formatted(name, Nearest.hint(name, known.keySet()), name));
    }
}
