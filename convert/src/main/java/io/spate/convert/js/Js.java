package io.spate.convert.js;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A node of a script's tree, in the form of ESTree; or nothing.
 *
 * @param json the node
 * @param text the whole script's
 */
public record Js(JsonNode json, String text) {

    /** What kind of node it is, such as {@code CallExpression}; empty for nothing. */
    public String type() {
        return json.path("type").asString("");
    }

    public boolean is(String type) {
        return type().equals(type);
    }

    /** The node under a key; nothing where there is none. */
    public Js at(String key) {
        return new Js(json.path(key), text);
    }

    /** The nodes of a list under a key. */
    public List<Js> all(String key) {
        var all = new ArrayList<Js>();
        json.path(key).forEach(it -> all.add(new Js(it, text)));
        return all;
    }

    /** A text under a key; empty where there is none. */
    public String string(String key) {
        return json.path(key).asString("");
    }

    /** The line it begins on, from 1. */
    public int line() {
        return json.path("loc").path("start").path("line").asInt(0);
    }

    /** Where in the line it begins, from 1. */
    public int column() {
        return json.path("loc").path("start").path("column").asInt(-1) + 1;
    }

    /** How it is written. */
    public String source() {
        return text.substring(json.path("start").asInt(0), json.path("end").asInt(0));
    }

    /** The value of a literal text; empty where it is something else. */
    public Optional<String> literalText() {
        if (is("Literal") && json.path("value").isString()) {
            return Optional.of(string("value"));
        }
        if (is("TemplateLiteral") && all("expressions").isEmpty()) {
            return Optional.of(at("quasis").element(0).at("value").string("cooked"));
        }
        return Optional.empty();
    }

    /** The value of a literal number; empty where it is something else. */
    public Optional<Double> literalNumber() {
        if (is("Literal") && json.path("value").isNumber()) {
            return Optional.of(json.path("value").asDouble());
        }
        return is("UnaryExpression") && string("operator").equals("-")
                ? at("argument").literalNumber().map(it -> -it)
                : Optional.empty();
    }

    /** An element of a list; nothing where there is none. */
    public Js element(int index) {
        return new Js(json.path(index), text);
    }

    /** The name of an identifier; empty for anything else. */
    public String name() {
        return is("Identifier") ? string("name") : "";
    }

    /** The name of a property or a member that is written out. */
    public String key(String of) {
        boolean computed = json.path("computed").asBoolean(false);
        var key = at(of);
        return computed || !key.is("Identifier") ? key.literalText().orElse("") : key.name();
    }

    /** Names with dots between, such as {@code http.get}; empty for anything else. */
    public String path() {
        if (is("MemberExpression")) {
            var object = at("object").path();
            var property = key("property");
            return object.isEmpty() || property.isEmpty() ? "" : object + "." + property;
        }
        return is("ChainExpression") ? at("expression").path() : name();
    }

    /** The value of an object's property; nothing where it has none. */
    public Js property(String key) {
        return all("properties").stream()
                .filter(it -> it.is("Property") && it.key("key").equals(key))
                .map(it -> it.at("value"))
                .findFirst()
                .orElse(new Js(MissingNode.getInstance(), text));
    }

    /** Whether there is a node at all. */
    public boolean exists() {
        return json.isObject();
    }

    /** Visits this node and all below it. */
    public void walk(Consumer<Js> visitor) {
        if (json.isObject() && json.has("type")) {
            visitor.accept(this);
        }
        json.forEach(
                it -> {
                    if (it.isContainer()) {
                        new Js(it, text).walk(visitor);
                    }
                });
    }
}
