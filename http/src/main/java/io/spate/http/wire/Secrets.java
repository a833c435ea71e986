package io.spate.http.wire;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what should not be read over somebody's shoulder or sent on with a report: the values of
 * headers, query parameters and fields that carry credentials. Told by their names, so that a
 * secret under an innocent name is not found.
 */
public final class Secrets {
    /** What stands in place of a secret. */
    public static final String MASK = "***";

    private static final Set<String> HEADERS =
            Set.of(
                    "authorization",
                    "proxy-authorization",
                    "cookie",
                    "set-cookie",
                    "x-api-key",
                    "api-key",
                    "x-auth-token",
                    "x-csrf-token",
                    "x-xsrf-token",
                    "x-amz-security-token");

    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "token|secret|passw|passphrase|credential|(^|[_.-])(api)?key$|^apikey$"
                            + "|signature|^sig$|session_?id",
                    Pattern.CASE_INSENSITIVE);

    /** A field of a form or of a query: {@code name=value}. */
    private static final Pattern PAIR = Pattern.compile("([^=&?#\\s]+)=([^&#\\s]*)");

    /** A member of a JSON object whose value is a text or a number. */
    private static final Pattern MEMBER =
            Pattern.compile(
                    "\"([^\"\\\\]{1,100})\"(\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*+\"?|[\\d.]+)");

    private Secrets() {}

    /** The value of a header, or a mask where its name says that it is secret. */
    public static String header(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("authorization")) {
            int blank = value.indexOf(' ');
            // The scheme helps to find mistakes and tells nothing.
            return blank < 0 ? MASK : value.substring(0, blank + 1) + MASK;
        }
        if (HEADERS.contains(lower) || SECRET_NAME.matcher(lower).find()) {
            int equals = value.indexOf('=');
            return lower.endsWith("cookie") && equals > 0
                    ? value.substring(0, equals + 1) + MASK
                    : MASK;
        }
        return lower.equals("location") ? pairs(value) : value;
    }

    /** A request line, URL, or form, with the values of secret parameters masked. */
    public static String pairs(String text) {
        Matcher matcher = PAIR.matcher(text);
        return matcher.replaceAll(
                pair ->
                        Matcher.quoteReplacement(
                                isSecret(pair.group(1))
                                        ? pair.group(1) + "=" + MASK
                                        : pair.group()));
    }

    /** A text with the secret values of its JSON or form fields masked. */
    public static String body(String text, String contentType) {
        if (contentType.contains("form-urlencoded")) {
            return pairs(text);
        }
        if (!contentType.contains("json")) {
            return text;
        }
        return MEMBER.matcher(text)
                .replaceAll(
                        member ->
                                Matcher.quoteReplacement(
                                        isSecret(member.group(1))
                                                ? '"'
                                                        + member.group(1)
                                                        + '"'
                                                        + member.group(2)
                                                        + '"'
                                                        + MASK
                                                        + '"'
                                                : member.group()));
    }

    /** Whether the name of a parameter, field or variable says that its value is secret. */
    public static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find() || name.equalsIgnoreCase("key");
    }
}
