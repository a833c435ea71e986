package io.spate.http.watch;

import io.spate.http.content.JsonQuery;
import io.spate.http.wire.Headers;

/** What tells which node of the target a response came from. */
public sealed interface NodeSource {
    /** What a source is written as, for messages. */
    String FORMS = "header:NAME, json:PATH or address";

    /**
     * The source as it is written: {@code header:X-Served-By}, {@code json:$.node}, {@code
     * address}.
     */
    String text();

    /**
     * The value of a response's header.
     *
     * @param name in any case
     */
    record Header(String name) implements NodeSource {
        public Header {
            if (!Headers.isToken(name)) {
                throw new IllegalArgumentException("not a header name: '" + name + "'");
            }
        }

        @Override
        public String text() {
            return "header:" + name;
        }
    }

    /**
     * A value in a response's JSON body, which must be kept for that.
     *
     * @param path such as {@code $.node}
     */
    record Json(String path) implements NodeSource {
        public Json {
            JsonQuery.compile(path);
        }

        @Override
        public String text() {
            return "json:" + path;
        }
    }

    /** The address that the connection leads to: of a proxy, where there is one. */
    record Address() implements NodeSource {
        @Override
        public String text() {
            return "address";
        }
    }

    /**
     * A source by its text; see {@link #FORMS}.
     *
     * @throws IllegalArgumentException where it is none
     */
    static NodeSource parse(String text) {
        int colon = text.indexOf(':');
        String by = colon < 0 ? text : text.substring(0, colon);
        return of(by, colon < 0 ? "" : text.substring(colon + 1).strip());
    }

    /**
     * A source in two parts.
     *
     * @param by {@code header}, {@code json} or {@code address}
     * @param name the header's name or the JSON path; empty for the address
     * @throws IllegalArgumentException where it is none
     */
    static NodeSource of(String by, String name) {
        return switch (by.strip() + (name.isEmpty() ? "" : ":")) {
            case "header:" -> new Header(name);
            case "json:" -> new Json(name);
            case "address" -> new Address();
            default ->
                    throw new IllegalArgumentException(
                            "'%s%s' does not say where a response names its node: use %s"
                                    .formatted(by, name.isEmpty() ? "" : ":" + name, FORMS));
        };
    }
}
