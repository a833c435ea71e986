package io.spate.k6.api.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Texts by name that JavaScript wrote into one, such as {@code 4:2:nameab}: the lengths of a name
 * and its text, then both. They come over at once, where an object would be asked for each.
 */
final class NamedTexts {
    private NamedTexts() {}

    /** Takes them apart, in their order. */
    static void each(String all, BiConsumer<String, String> action) {
        int at = 0;
        while (at < all.length()) {
            int first = all.indexOf(':', at);
            int second = all.indexOf(':', first + 1);
            int name = second + 1;
            int text = name + Integer.parseInt(all, at, first, 10);
            int end = text + Integer.parseInt(all, first + 1, second, 10);
            action.accept(all.substring(name, text), all.substring(text, end));
            at = end;
        }
    }

    /** As {@code application/x-www-form-urlencoded}, sorted by name, in the signs of Go. */
    static String formEncoded(String all) {
        var fields = new TreeMap<String, ArrayList<String>>();
        each(all, (name, text) -> fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(text));
        var form = new StringBuilder();
        fields.forEach(
                (name, texts) -> {
                    for (var text : texts) {
                        form.append(form.isEmpty() ? "" : "&")
                                .append(escaped(name))
                                .append('=')
                                .append(escaped(text));
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
