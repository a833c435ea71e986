package io.spate.script.yaml;

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
     * @param name what its statistics go under
     */
    record Request(
            String method,
            Template url,
            String name,
            Map<String, Template> headers,
            Map<String, Template> query,
            Optional<Body> body,
            List<Extraction> extractions,
            List<Check> checks)
            implements Step {
        public Request {
            headers = Map.copyOf(headers);
            query = Map.copyOf(query);
            extractions = List.copyOf(extractions);
            checks = List.copyOf(checks);
        }
    }

    /** What a request sends. */
    sealed interface Body {
        /** A JSON value. */
        record Json(JsonTemplate json) implements Body {}

        /** A form's fields. */
        record Form(Map<String, Template> fields) implements Body {}

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

    /** Statuses from one to another. */
    record Range(int from, int to) {
        boolean contains(int status) {
            return status >= from && status <= to;
        }
    }
}
