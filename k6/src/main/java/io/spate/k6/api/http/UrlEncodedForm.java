package io.spate.k6.api.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The fields of a form as {@code application/x-www-form-urlencoded}, sorted by name, in the signs
 * of Go. Mutable, for one thread.
 */
public final class UrlEncodedForm {
    private final TreeMap<String, List<String>> fields = new TreeMap<>();

    /** Adds a field; those of one name stay in their order. */
    public void add(String name, String value) {
        fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /** As it is sent. */
    @Override
    public String toString() {
        var form = new StringBuilder();
        fields.forEach(
                (name, values) -> {
                    for (var value : values) {
                        form.append(form.isEmpty() ? "" : "&")
                                .append(escaped(name))
                                .append('=')
                                .append(escaped(value));
                    }
                });
        return form.toString();
    }

    /** Java leaves the asterisk as it is, and Go the tilde. */
    private static String escaped(String text) {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return encoded.indexOf('*') < 0 && encoded.indexOf('%') < 0
                ? encoded
                : encoded.replace("*", "%2A").replace("%7E", "~");
    }
}
