package io.spate.convert.k6;

import io.spate.convert.js.Js;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What names mean where a piece of a script stands.
 *
 * @param constants what names are given, by {@code const}
 * @param imports what names were imported: {@code k6/http default}, {@code k6 check}
 * @param variables of the environment, with their values where none is given
 * @param metrics those of the script: the metric's name and kind, by the name it has in code
 * @param users what users have, from responses
 * @param handed what setup hands on: the users' variable, by property
 */
record Scope(
        Map<String, Js> constants,
        Map<String, String> imports,
        Map<String, String> variables,
        Map<String, OwnMetric> metrics,
        Set<String> users,
        Map<String, String> handed) {

    /** A metric of the script's own. */
    record OwnMetric(String name, String kind) {}

    static Scope empty() {
        return new Scope(
                new HashMap<>(),
                new HashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new HashSet<>(),
                new HashMap<>());
    }

    /** Whether something named is this import, such as {@code k6 check}. */
    boolean isImport(Js callee, String module, String name) {
        var path = callee.path();
        int dot = path.indexOf('.');
        var first = dot < 0 ? path : path.substring(0, dot);
        var imported = imports.getOrDefault(first, "");
        if (dot < 0) {
            return imported.equals(module + " " + name);
        }
        return path.substring(dot + 1).equals(name)
                && (imported.equals(module + " default") || imported.equals(module + " *"));
    }

    /** What a name stands for, where it is a constant; the node itself otherwise. */
    Js resolved(Js node) {
        var known = constants.get(node.name());
        return known == null || known.equals(node) ? node : resolved(known);
    }
}
