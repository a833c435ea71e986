package io.spate.http;

import io.spate.http.HttpResponse.Timings;
import io.spate.http.wire.Secrets;
import java.util.List;
import java.util.Optional;

/**
 * Sees every request with its response once it has ended, each redirect by itself. For finding
 * mistakes in a script, not for load: all that was sent and received is made into texts.
 *
 * <p>Called on the virtual thread of the user that sent the request, so one for many loops must be
 * safe for use by any thread.
 */
@FunctionalInterface
public interface ExchangeObserver {

    /** Takes note of an exchange. What this throws reaches the script. */
    void ended(Exchanged exchange);

    /** The value of a variable, or a mask where its name says that it is secret. */
    static String masked(String name, String value) {
        return Secrets.isSecret(name) ? Secrets.MASK : value;
    }

    /**
     * A request and what came of it.
     *
     * @param name the name its statistics go under
     * @param url scheme, host, port, path and query
     * @param hop 0 for the request of the script, 1 for the first redirect followed, and so on
     * @param request as sent
     * @param response as received; empty where none came
     * @param timings where the time went
     * @param ok whether it counts as a success
     * @param errorKind why not, as in the tag {@code error_kind}; empty for a success
     * @param error why not, for people; may be empty where the status says it
     */
    record Exchanged(
            String name,
            String url,
            int hop,
            Message request,
            Optional<Message> response,
            Timings timings,
            boolean ok,
            String errorKind,
            String error) {

        /** The same with credentials hidden: by the names of headers, parameters and fields. */
        public Exchanged masked() {
            return new Exchanged(
                    name,
                    Secrets.pairs(url),
                    hop,
                    request.masked(),
                    response.map(Message::masked),
                    timings,
                    ok,
                    errorKind,
                    error);
        }
    }

    /**
     * A request or a response.
     *
     * @param startLine request line or status line
     * @param fields the headers in their order
     * @param body decoded and as text; {@code (N bytes)} where it is no text or was not kept
     * @param bodyBytes how long it was as transferred
     */
    record Message(String startLine, List<Field> fields, String body, long bodyBytes) {
        public Message {
            fields = List.copyOf(fields);
        }

        /** The first header of a name, in any case; empty where there is none. */
        public String field(String name) {
            return fields.stream()
                    .filter(field -> field.name.equalsIgnoreCase(name))
                    .map(Field::value)
                    .findFirst()
                    .orElse("");
        }

        /** The same with credentials hidden. */
        public Message masked() {
            return new Message(
                    Secrets.pairs(startLine),
                    fields.stream()
                            .map(it -> new Field(it.name, Secrets.header(it.name, it.value)))
                            .toList(),
                    Secrets.body(body, field("Content-Type")),
                    bodyBytes);
        }
    }

    /** A header. */
    record Field(String name, String value) {}
}
