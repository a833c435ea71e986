package io.spate.k6.api.browser;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that a script asks of the browser.
 *
 * @param asked {@code on}: the kind of what is asked, {@code id}: which one, {@code chain}: how an
 *     element is found in it, {@code method}, {@code args}
 * @param answer told of its end, once
 */
record Call(JsonNode asked, Consumer<Answer> answer) {
    /** Playwright's options have public fields, and fluent setters that are ambiguous. */
    private static final JsonMapper OPTIONS =
            JsonMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .disable(
                            tools.jackson.databind.DeserializationFeature
                                    .FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultVisibility(
                            it ->
                                    it.withVisibility(
                                                    com.fasterxml.jackson.annotation
                                                            .PropertyAccessor.ALL,
                                                    com.fasterxml.jackson.annotation.JsonAutoDetect
                                                            .Visibility.NONE)
                                            .withVisibility(
                                                    com.fasterxml.jackson.annotation
                                                            .PropertyAccessor.FIELD,
                                                    com.fasterxml.jackson.annotation.JsonAutoDetect
                                                            .Visibility.PUBLIC_ONLY))
                    .build();

    /**
     * What came of it.
     *
     * @param ok whether it was done
     * @param json the result, or the message of what went wrong
     */
    record Answer(boolean ok, String json) {}

    String on() {
        return asked.path("on").asString("");
    }

    int id() {
        return asked.path("id").asInt(0);
    }

    JsonNode chain() {
        return asked.path("chain");
    }

    String method() {
        return asked.path("method").asString("");
    }

    JsonNode arg(int index) {
        return asked.path("args").path(index);
    }

    String text(int index) {
        return text(arg(index));
    }

    static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    double number(int index) {
        return arg(index).asDouble(0);
    }

    boolean flag(int index) {
        return arg(index).asBoolean(false);
    }

    /** An argument as Playwright's pages take it. */
    @Nullable Object value(int index) {
        return OPTIONS.treeToValue(arg(index), Object.class);
    }

    <T> T options(int index, Class<T> type) {
        return options(arg(index), type);
    }

    /** Options; those that are not given stay as they are. */
    static <T> T options(JsonNode value, Class<T> type) {
        var given = value.isObject() ? value : OPTIONS.createObjectNode();
        return OPTIONS.treeToValue(given, type);
    }

    /** A text, or a regular expression. */
    static Object pattern(JsonNode value) {
        if (!value.has("$re")) {
            return text(value);
        }
        boolean anyCase = value.path("flags").asString("").contains("i");
        return Pattern.compile(
                value.path("$re").asString(""), anyCase ? Pattern.CASE_INSENSITIVE : 0);
    }

    /** Whether it waits for something that others of the same go may bring about. */
    boolean waits() {
        return switch (method()) {
            case "waitForSelector",
                    "waitForFunction",
                    "waitForURL",
                    "waitForLoadState",
                    "waitForTimeout",
                    "waitFor" ->
                    true;
            default -> false;
        };
    }

    /** Whether it has to be under way before others of the same go begin. */
    boolean surrounds() {
        return switch (method()) {
            case "waitForNavigation", "waitForEvent", "waitForResponse", "waitForRequest" -> true;
            default -> false;
        };
    }
}
