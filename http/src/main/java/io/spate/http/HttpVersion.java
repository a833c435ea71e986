package io.spate.http;

import io.spate.http.wire.Origin;
import java.util.List;
import java.util.Locale;

/** Which version of HTTP is spoken. */
public enum HttpVersion {
    /** What the server prefers over TLS, as with browsers; HTTP/1.1 over plain text. */
    AUTO("auto"),
    HTTP_1_1("1.1"),
    /** Nothing else: agreed on over TLS, known before over plain text. */
    HTTP_2("2");

    private final String text;

    HttpVersion(String text) {
        this.text = text;
    }

    /**
     * The version of a text: {@code auto}, {@code 1.1} or {@code 2}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static HttpVersion parse(String text) {
        for (HttpVersion version : values()) {
            if (version.text.equals(text.strip().toLowerCase(Locale.ROOT))) {
                return version;
            }
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no version of HTTP: use auto, 1.1 or 2");
    }

    /** The protocols offered by ALPN. */
    List<String> alpn() {
        return switch (this) {
            case AUTO -> List.of(Origin.ALPN_HTTP_2, "http/1.1");
            case HTTP_1_1 -> List.of();
            case HTTP_2 -> List.of(Origin.ALPN_HTTP_2);
        };
    }

    /** As it is written in files and on the command line. */
    @Override
    public String toString() {
        return text;
    }
}
