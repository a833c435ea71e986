package io.spate.k6.api.http;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headers of an answer as scripts see them: named as Go writes names, those of one name joined.
 * They go to JavaScript as one text, as each call there costs more than all of this.
 */
public final class ReceivedHeaders {
    private ReceivedHeaders() {}

    /**
     * Names and values by turns, with a NUL after each.
     *
     * @param head the status line and the headers, a line each
     */
    public static String of(String head) {
        var headers = new LinkedHashMap<String, String>();
        lines(head)
                .forEach(
                        line -> {
                            int colon = line.indexOf(':');
                            headers.merge(
                                    canonical(line.substring(0, colon).strip()),
                                    line.substring(colon + 1).strip(),
                                    (one, other) -> one + ", " + other);
                        });
        var told = new StringBuilder(head.length());
        headers.forEach((name, value) -> told.append(name).append('\0').append(value).append('\0'));
        return told.toString();
    }

    /** The values of Set-Cookie, a line each. */
    static String cookies(String head) {
        return lines(head)
                .filter(it -> it.regionMatches(true, 0, "set-cookie:", 0, "set-cookie:".length()))
                .map(it -> it.substring("set-cookie:".length()).strip())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(String head) {
        return head.lines().skip(1).filter(it -> it.indexOf(':') > 0);
    }

    /** As {@code textproto.CanonicalMIMEHeaderKey}: Content-Type. */
    private static String canonical(String name) {
        var letters = name.toCharArray();
        boolean upper = true;
        for (int i = 0; i < letters.length; i++) {
            letters[i] =
                    upper ? Character.toUpperCase(letters[i]) : Character.toLowerCase(letters[i]);
            upper = letters[i] == '-';
        }
        return new String(letters);
    }
}
