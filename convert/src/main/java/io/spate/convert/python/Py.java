package io.spate.convert.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A node of a script's tree, as Python's module {@code ast} names them; or nothing.
 *
 * @param json the node
 * @param lines the whole script's
 */
public record Py(JsonNode json, List<String> lines) {

    /** What kind of node it is, such as {@code Call}; empty for nothing. */
    public String type() {
        return json.path("type").asString("");
    }

    public boolean is(String type) {
        return type().equals(type);
    }

    /** Whether there is a node at all. */
    public boolean exists() {
        return json.isObject();
    }

    /** The node under a key; nothing where there is none. */
    public Py at(String key) {
        return new Py(json.path(key), lines);
    }

    /** The nodes of a list under a key. */
    public List<Py> all(String key) {
        var all = new ArrayList<Py>();
        json.path(key).forEach(it -> all.add(new Py(it, lines)));
        return all;
    }

    /** A text under a key; empty where there is none. */
    public String string(String key) {
        return json.path(key).asString("");
    }

    /** The line it begins on, from 1. */
    public int line() {
        return json.path("lineno").asInt(0);
    }

    /** Where in the line it begins, from 1. */
    public int column() {
        return json.path("col_offset").asInt(-1) + 1;
    }

    /** Its lines as they are written, without the indentation of the first. */
    public String source() {
        int last = Math.min(lines.size(), json.path("end_lineno").asInt(line()));
        var text = String.join("\n", lines.subList(Math.max(0, line() - 1), last));
        return text.stripIndent().strip();
    }

    /** The value of a literal text; empty where it is something else. */
    public Optional<String> text() {
        return is("Constant") && json.path("value").isString()
                ? Optional.of(string("value"))
                : Optional.empty();
    }

    /** The value of a literal number; empty where it is something else. */
    public Optional<Double> number() {
        return is("Constant") && json.path("value").isNumber()
                ? Optional.of(json.path("value").asDouble())
                : Optional.empty();
    }

    /** Names with dots between, such as {@code self.client.get}; empty for anything else. */
    public String path() {
        if (is("Attribute")) {
            var object = at("value").path();
            return object.isEmpty() ? "" : object + "." + string("attr");
        }
        return is("Name") ? string("id") : "";
    }

    /** An argument of a call by its name; nothing where it is not given. */
    public Py keyword(String name) {
        return all("keywords").stream()
                .filter(it -> it.string("arg").equals(name))
                .map(it -> it.at("value"))
                .findFirst()
                .orElse(at("nothing"));
    }

    /** An argument of a call by its place; nothing where it is not given. */
    public Py argument(int index) {
        var all = all("args");
        return index < all.size() ? all.get(index) : at("nothing");
    }

    /** Visits this node and all below it. */
    public void walk(Consumer<Py> visitor) {
        if (json.isObject() && json.has("type")) {
            visitor.accept(this);
        }
        json.forEach(
                it -> {
                    if (it.isContainer()) {
                        new Py(it, lines).walk(visitor);
                    }
                });
    }
}
