package io.spate.k6.api;

import io.spate.k6.vu.Vu;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Values of JavaScript as Java takes them. */
public final class JsValues {
    private static final Pattern MILLIS = Pattern.compile("\\d+(\\.\\d+)?");

    private JsValues() {}

    /** Whether there is a value: neither undefined nor null. */
    public static boolean isGiven(@Nullable Value value) {
        return value != null && !value.isNull();
    }

    /** A member that is there and is neither undefined nor null. */
    public static Optional<Value> member(Value object, String name) {
        var value = object.getMember(name);
        return isGiven(value) ? Optional.of(value) : Optional.empty();
    }

    /** A value as JavaScript makes it a text; a text as it is. */
    public static String text(Value value) {
        return value.isString() ? value.asString() : value.toString();
    }

    /**
     * An object as texts by name.
     *
     * @param what for the message where it is none, such as {@code tags}
     */
    public static Map<String, String> texts(Vu vu, String what, @Nullable Value object) {
        if (object == null || object.isNull()) {
            return Map.of();
        }
        if (!object.hasMembers() || object.isString()) {
            throw vu.error("%s must be an object, not %s".formatted(what, object));
        }
        var all = new LinkedHashMap<String, String>();
        for (var name : object.getMemberKeys()) {
            var value = object.getMember(name);
            if (isGiven(value) && !value.canExecute()) {
                all.put(name, text(value));
            }
        }
        return all;
    }

    /**
     * Tags, of which each is a text, a number or a boolean.
     *
     * @param of what they are put on, for the message where one is something else
     */
    public static Map<String, String> tags(Vu vu, String of, Value object) {
        var all = new LinkedHashMap<String, String>();
        if (!object.hasMembers() || object.isString()) {
            return all;
        }
        for (var name : object.getMemberKeys()) {
            var value = object.getMember(name);
            if (!isTag(value)) {
                throw vu.error(
                        "the tag '%s' of a %s must be a text, a number or a boolean, and not %s"
                                .formatted(name, of, value));
            }
            all.put(name, text(value));
        }
        return all;
    }

    private static boolean isTag(@Nullable Value value) {
        return value != null && (value.isString() || value.isNumber() || value.isBoolean());
    }

    /** A buffer's bytes, or a text's in UTF-8. */
    public static byte[] bytes(Value value) {
        if (!value.hasBufferElements()) {
            return text(value).getBytes(StandardCharsets.UTF_8);
        }
        var bytes = new byte[Math.toIntExact(value.getBufferSize())];
        value.readBuffer(0, bytes, 0, bytes.length);
        return bytes;
    }

    /**
     * A time: a number of milliseconds, in a text too, or a text such as {@code 30s}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Duration duration(String what, Value value) {
        if (value.isNumber()) {
            return Duration.ofNanos(Math.round(value.asDouble() * 1e6));
        }
        try {
            var text = text(value);
            return MILLIS.matcher(text).matches()
                    ? Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e6))
                    : io.spate.plan.Durations.parse(text);
        } catch (io.spate.plan.InvalidPlanException e) {
            throw new IllegalArgumentException("invalid %s: %s".formatted(what, e.getMessage()), e);
        }
    }
}
