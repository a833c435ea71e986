package io.spate.k6.api.http;

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

    /** As a form whose fields they are. */
    static String formEncoded(String all) {
        var form = new UrlEncodedForm();
        each(all, form::add);
        return form.toString();
    }
}
