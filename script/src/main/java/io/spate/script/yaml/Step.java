package io.spate.script.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that a virtual user does. */
sealed interface Step {

    /** A pause of any length between two bounds, in nanoseconds. */
    record Pause(long minNanos, long maxNanos) implements Step {}

    /**
     * A request.
     *
     * @param name what its statistics go under; empty where the URL itself says it
     * @param headers in the order of the file, as are the query and a form's fields
     */
    record Request(
            String method,
            Address address,
            Optional<String> name,
            Map<String, Template> headers,
            Map<String, Template> query,
            Optional<Body> body,
            List<Extraction> extractions,
            List<Check> checks)
            implements Step {
        public Request {
            headers = inOrder(headers);
            query = inOrder(query);
            extractions = List.copyOf(extractions);
            checks = List.copyOf(checks);
        }
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
                fields = inOrder(fields);
            }
        }

        /** A text as it is. */
        record Text(Template text, String contentType) implements Body {}
    }

    /**
     * A variable that takes a value of the response.
     *
     * @param variable its number
     * @param path where in the JSON body
     */
    record Extraction(int variable, String path) {}

    /**
     * Something that should be true of the response.
     *
     * @param name as the report shows it
     */
    record Check(String name, Condition condition) {}

    /** What a check asks. */
    sealed interface Condition {
        /** The status lies within bounds, for one of them. */
        record StatusIn(List<Range> ranges) implements Condition {}

        /** The body has a text in it. */
        record Contains(Template text) implements Condition {}

        /** The JSON body has a value at a path. */
        record JsonEquals(String path, Template value) implements Condition {}

        /** The service time is less than a limit. */
        record FasterThan(double millis) implements Condition {}
    }

    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Statuses from one to another. */
    record Range(int from, int to) {
        boolean contains(int status) {
            return status >= from && status <= to;
        }
    }
}
