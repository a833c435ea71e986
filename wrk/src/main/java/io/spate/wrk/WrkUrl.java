package io.spate.wrk;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A URL as wrk takes it apart.
 *
 * @param text as it was written
 * @param scheme as it was written; all but those that start with {@code https} are plain
 * @param host without brackets
 * @param port empty where the scheme says it
 * @param target path, query and fragment; at least {@code /}
 */
public record WrkUrl(String text, String scheme, String host, OptionalInt port, String target) {
    private static final Pattern FORM =
            Pattern.compile(
                    "([A-Za-z]+)://(?:[^@/?#\\s]*@)?(?:\\[([0-9A-Fa-f:.%]+)]|([A-Za-z0-9._-]+))"
                            + "(?::(\\d{1,5}))?(/[!-~\\x80-\\uffff]*)?(\\?[!-~\\x80-\\uffff]*)?");

    /** Takes a URL apart; empty where wrk calls it invalid. */
    public static Optional<WrkUrl> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group(2) == null ? parts.group(3) : parts.group(2);
        String digits = parts.group(4);
        if (digits != null && Integer.parseInt(digits) > 65_535) {
            return Optional.empty();
        }
        // wrk takes the path on from its start to the end of the URL, and nothing of one without.
        String path = parts.group(5) == null ? "/" : text.substring(parts.start(5));
        return Optional.of(
                new WrkUrl(
                        text,
                        parts.group(1),
                        host,
                        digits == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(digits)),
                        path));
    }

    /** Whether connections are secured. */
    public boolean tls() {
        return scheme.startsWith("https");
    }

    /** The port's number, or the name of the scheme: what wrk looks up. */
    public String service() {
        return port.isPresent() ? String.valueOf(port.getAsInt()) : scheme;
    }

    /** What stands in the header {@code Host}. */
    public String hostHeader() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port.isPresent() ? name + ":" + port.getAsInt() : name;
    }
}
