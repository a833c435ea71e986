package io.spate.k6.options;

import io.spate.plan.Durations;
import io.spate.plan.InvalidPlanException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The values of an object among options, by type. What has another type is added to the problems
 * and counts as absent.
 *
 * @param path of keys that leads to the object, with a dot at its end; empty for the options
 */
record Fields(JsonNode node, String path, Tier tier, Problems problems) {

    /** A field that is there and not null. */
    Optional<JsonNode> get(String key) {
        return Optional.ofNullable(node.get(key)).filter(it -> !it.isNull());
    }

    boolean has(String key) {
        return get(key).isPresent();
    }

    void wrong(String key, String message) {
        problems.add(tier, path + key, message);
    }

    private <T> Optional<T> wrongType(String key, OptionKey.Kind kind) {
        wrong(key, "must be %s, not %s".formatted(kind.words(), shown(node.get(key))));
        return Optional.empty();
    }

    private static String shown(JsonNode value) {
        var text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    Optional<Long> whole(String key) {
        return get(key).flatMap(
                        it ->
                                it.isNumber() && it.doubleValue() == Math.rint(it.doubleValue())
                                        ? Optional.of((long) it.doubleValue())
                                        : wrongType(key, OptionKey.Kind.WHOLE));
    }

    /** A whole number that fits the plan's. */
    Optional<Integer> count(String key) {
        return whole(key).map(it -> Math.clamp(it, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    Optional<Boolean> flag(String key) {
        return get(key).flatMap(
                        it ->
                                it.isBoolean()
                                        ? Optional.of(it.booleanValue())
                                        : wrongType(key, OptionKey.Kind.FLAG));
    }

    Optional<String> text(String key) {
        return get(key).flatMap(
                        it ->
                                it.isString()
                                        ? Optional.of(it.stringValue())
                                        : wrongType(key, OptionKey.Kind.TEXT));
    }

    Optional<List<String>> texts(String key) {
        return get(key).flatMap(
                        it -> {
                            var all = new ArrayList<String>();
                            for (var each : it) {
                                if (!each.isString()) {
                                    return wrongType(key, OptionKey.Kind.TEXTS);
                                }
                                all.add(each.stringValue());
                            }
                            return it.isArray()
                                    ? Optional.of(all)
                                    : wrongType(key, OptionKey.Kind.TEXTS);
                        });
    }

    /** An object whose values are texts; numbers and flags count as such. */
    Map<String, String> map(String key) {
        var all = new LinkedHashMap<String, String>();
        object(key)
                .ifPresent(
                        it ->
                                it.node
                                        .properties()
                                        .forEach(
                                                each -> {
                                                    var value = each.getValue();
                                                    if (value.isContainer()) {
                                                        it.wrong(each.getKey(), "must be a text");
                                                    } else {
                                                        all.put(each.getKey(), value.asString());
                                                    }
                                                }));
        return all;
    }

    Optional<Fields> object(String key) {
        return get(key).flatMap(
                        it ->
                                it.isObject()
                                        ? Optional.of(
                                                new Fields(it, path + key + ".", tier, problems))
                                        : wrongType(key, OptionKey.Kind.OBJECT));
    }

    /** A time as a text, or as a number of milliseconds. */
    Optional<Duration> duration(String key) {
        return get(key).flatMap(it -> duration(key, it));
    }

    private Optional<Duration> duration(String key, JsonNode value) {
        var text = value.isString() ? value.stringValue().strip() : "";
        try {
            if (value.isNumber()) {
                return Optional.of(Duration.ofNanos(Math.round(value.doubleValue() * 1e6)));
            }
            if (text.matches("\\d+(\\.\\d+)?")) {
                return Optional.of(Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e6)));
            }
            if (text.startsWith("-")) {
                return wrongType(key, OptionKey.Kind.DURATION);
            }
            return value.isString()
                    ? Optional.of(Durations.parse(text))
                    : wrongType(key, OptionKey.Kind.DURATION);
        } catch (InvalidPlanException _) {
            return wrongType(key, OptionKey.Kind.DURATION);
        }
    }

    /** The elements of a list of objects. */
    List<Fields> objects(String key) {
        var list = get(key);
        if (list.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Fields>();
        int index = 0;
        for (var each : list.get()) {
            if (!each.isObject()) {
                wrongType(key, OptionKey.Kind.STAGES);
                return List.of();
            }
            all.add(new Fields(each, "%s%s[%d].".formatted(path, key, index++), tier, problems));
        }
        if (!list.get().isArray()) {
            wrongType(key, OptionKey.Kind.STAGES);
            return List.of();
        }
        return all;
    }
}
