package io.spate.siege.config;

import io.spate.http.wire.Url;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something to request, as siege writes it: {@code URL}, {@code URL POST BODY}, {@code URL PUT
 * <FILE}.
 *
 * @param id its number in the list, from 0
 * @param url absolute, with all escaped that needs it
 * @param body empty for none
 */
public record Target(int id, String method, String url, Optional<Body> body) {
    private static final Pattern METHOD =
            Pattern.compile("(?s)(.*?)\\s(GET|HEAD|POST|PUT|PATCH|OPTIONS|DELETE)(?:\\s+(.*))?");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+-]*://.*");

    /** The largest file that is sent as a body. */
    private static final long FILE_BYTES_MAX = 64L << 20;

    /**
     * Reads one.
     *
     * @param text without spaces around it
     * @param escape whether to escape what a URL cannot have, such as quotes
     * @param folder what the names of files start from
     * @throws IllegalArgumentException with what is wrong
     */
    public static Target parse(String text, int id, boolean escape, Path folder) {
        var matcher = METHOD.matcher(text);
        if (!matcher.matches()) {
            return new Target(id, "GET", absolute(text, escape), Optional.empty());
        }
        var method = matcher.group(2);
        var rest = Optional.ofNullable(matcher.group(3)).map(String::strip).orElse("");
        var bodiless = method.equals("GET") || method.equals("HEAD");
        if (bodiless && !rest.isEmpty()) {
            throw new IllegalArgumentException("%s has no body: '%s'".formatted(method, rest));
        }
        return new Target(
                id,
                method,
                absolute(matcher.group(1).strip(), escape),
                bodiless ? Optional.empty() : Optional.of(body(rest, folder)));
    }

    /** The same with another method. */
    public Target with(String other) {
        return new Target(id, other, url, body);
    }

    /** The host it goes to. */
    public String host() {
        return Url.parse(url).host();
    }

    private static Body body(String written, Path folder) {
        if (!written.startsWith("<")) {
            return new Body(written.getBytes(StandardCharsets.UTF_8));
        }
        var name = written.substring(1).strip();
        var file = folder.resolve(name);
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "%s is larger than 64 MiB, and cannot be a body".formatted(name));
            }
            // Editors end a text with a line end that forms do not have.
            return name.toLowerCase(Locale.ROOT).endsWith(".txt")
                    ? new Body(
                            Files.readString(file).stripTrailing().getBytes(StandardCharsets.UTF_8))
                    : new Body(Files.readAllBytes(file));
        } catch (IOException _) {
            throw new IllegalArgumentException("the body's file cannot be read: " + name);
        }
    }

    private static String absolute(String written, boolean escape) {
        if (written.isEmpty()) {
            throw new IllegalArgumentException("the URL is missing");
        }
        var whole = SCHEME.matcher(written).matches() ? written : "http://" + written;
        var escaped = escaped(whole, escape);
        Url.parse(escaped);
        int slash = escaped.indexOf('/', escaped.indexOf("//") + 2);
        return slash < 0 && escaped.indexOf('?') < 0 ? escaped + "/" : escaped;
    }

    /** Spaces and braces are always escaped: neither could be sent. */
    private static String escaped(String url, boolean all) {
        int path = Math.max(0, url.indexOf('/', url.indexOf("//") + 2));
        var out = new StringBuilder(url.substring(0, path));
        for (byte each : url.substring(path).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean always = c <= ' ' || c == '{' || c == '}' || c >= 0x7f;
            if (always || (all && "\"<>\\^`|".indexOf(c) >= 0)) {
                out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
