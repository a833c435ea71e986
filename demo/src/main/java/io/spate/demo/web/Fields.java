package io.spate.demo.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a request body, whether it came as JSON or as a form: a login by k6's {@code
 * http.post(url, {...})} is a form, the same by Locust's {@code json=} is JSON.
 */
public final class Fields {
    private static final int FORM_FIELDS_MAX = 1_000;
    private static final int LENGTH_MAX = 254;

    private final Map<String, String> values;

    private Fields(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a body; an empty one has no fields. What starts with a brace or bracket is JSON
     * whatever its content type, since curl's {@code -d} calls everything a form. Throws {@link
     * MalformedBodyException}.
     */
    public static Fields parse(ByteBuffer body, String contentType) {
        if (!body.hasRemaining()) {
            return new Fields(Map.of());
        }
        byte first = body.get(body.position());
        boolean looksLikeJson = first == '{' || first == '[';
        if (looksLikeJson || !contentType.startsWith("application/x-www-form-urlencoded")) {
            return new Fields(Json.scalars(body));
        }
        return new Fields(form(UTF_8.decode(body.duplicate()).toString()));
    }

    /** Reads the query of a URL. Throws {@link MalformedBodyException}. */
    public static Fields ofQuery(String query) {
        return new Fields(query.isEmpty() ? Map.of() : form(query));
    }

    /** The value of a field; empty where there is none or a blank one. Throws if it is too long. */
    public Optional<String> text(String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (value.length() > LENGTH_MAX) {
            throw new MalformedBodyException(
                    "\"" + name + "\" has more than " + LENGTH_MAX + " characters");
        }
        return Optional.of(value);
    }

    /** The value of a required field. Throws {@link MalformedBodyException}. */
    public String required(String name) {
        return text(name)
                .orElseThrow(() -> new MalformedBodyException("\"" + name + "\" is missing"));
    }

    /** The whole number of a field, or 1. Throws {@link MalformedBodyException}. */
    public int numberOrOne(String name, int max) {
        String text = text(name).orElse("1");
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw new MalformedBodyException(
                "\"" + name + "\" has to be a whole number from 1 to " + max);
    }

    private static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        try {
            Map<String, List<String>> parameters =
                    new QueryStringDecoder(text, UTF_8, false, FORM_FIELDS_MAX).parameters();
            parameters.forEach((name, all) -> values.put(name, all.getLast()));
        } catch (IllegalArgumentException e) {
            throw new MalformedBodyException("the form is not valid: " + e.getMessage());
        }
        return values;
    }
}
