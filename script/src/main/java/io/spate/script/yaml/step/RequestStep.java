package io.spate.script.yaml.step;

import io.spate.script.yaml.text.JsonTemplate;
import io.spate.script.yaml.text.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request, and what is done with its response.
 *
 * @param name what its statistics go under; empty where the URL itself says it
 * @param headers in the order of the file, as are the query and the tags
 * @param checks what is only counted
 * @param expectations what makes the request fail where it does not hold
 */
record RequestStep(
        String method,
        Address address,
        Optional<String> name,
        Map<String, Template> headers,
        Map<String, Template> query,
        Optional<Body> body,
        Optional<Auth> auth,
        Options options,
        List<Extraction> extractions,
        List<Match> checks,
        List<Match> expectations)
        implements Step.Simple {

    RequestStep {
        headers = Step.inOrder(headers);
        query = Step.inOrder(query);
        extractions = List.copyOf(extractions);
        checks = List.copyOf(checks);
        expectations = List.copyOf(expectations);
    }

    /** Where a request goes. */
    sealed interface Address {
        /** A URL that is known, but for values in its path and query, which are encoded. */
        record Path(String pattern, List<Place> places) implements Address {
            public Path {
                places = List.copyOf(places);
            }
        }

        /** A URL that is not known before it is filled in: it starts with a value. */
        record Whole(Template url) implements Address {}
    }

    /** A place in a URL's pattern, and what stands there. */
    record Place(String name, Template.Part value) {}

    /** What a request sends. */
    sealed interface Body {
        /** A JSON value. */
        record Json(JsonTemplate json) implements Body {}

        /** A form's fields. */
        record Form(Map<String, Template> fields) implements Body {
            public Form {
                fields = Step.inOrder(fields);
            }
        }

        /** A text as it is. */
        record Text(Template text, String contentType) implements Body {}

        /** A file as it is. */
        record Whole(Path file, String contentType) implements Body {}

        /** Fields and files, as forms with uploads send them. */
        record Multipart(List<Piece> pieces) implements Body {
            public Multipart {
                pieces = List.copyOf(pieces);
            }
        }
    }

    /** One part of a body of several. */
    sealed interface Piece {
        /** A field. */
        record Field(String name, Template value) implements Piece {}

        /**
         * A file.
         *
         * @param contentType empty for the one that its name suggests
         */
        record Upload(String name, Path file, String contentType) implements Piece {}
    }

    /** What says who sends a request. */
    sealed interface Auth {
        /** A user and a password. */
        record Basic(Template user, Template password) implements Auth {}

        /** A token. */
        record Bearer(Template token) implements Auth {}
    }

    /**
     * How a request is sent, where it differs from others.
     *
     * @param compressed whether its body is sent compressed
     * @param acceptCompressed whether the response may be compressed
     * @param discardBody whether the response's body is dropped
     */
    record Options(
            Optional<Duration> timeout,
            Optional<Duration> connectTimeout,
            Optional<Duration> firstByteTimeout,
            OptionalInt redirects,
            boolean compressed,
            boolean acceptCompressed,
            boolean discardBody,
            Optional<Path> saveTo,
            Map<String, Template> tags) {
        Options {
            tags = Step.inOrder(tags);
        }
    }
}
