package io.spate.convert.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something a user does. */
public sealed interface Step {
    /**
     * Sends a request.
     *
     * @param method in capitals
     * @param name what its statistics go under, where they do not go under the URL
     * @param extracts paths of JSON in the response, by the variables that take the values
     */
    record Request(
            String method,
            Text url,
            Optional<Text> name,
            Map<String, Text> headers,
            Map<String, Text> tags,
            Body body,
            List<Check> checks,
            Map<String, String> extracts)
            implements Step {}

    /** Waits, some time between two. */
    record Pause(long minMillis, long maxMillis) implements Step {}

    /** Steps that are measured together. */
    record Group(String name, List<Step> steps) implements Step {}

    /** Steps that are done several times. */
    record Repeat(long times, List<Step> steps) implements Step {}

    /** Records a value of a metric of the test's own. */
    record Measure(String metric, String value) implements Step {}

    /** Sends a header with all that follows. */
    record Header(String name, Text value) implements Step {}

    /** What has no counterpart. */
    record Left(int line, String source) implements Step {}

    /** What a request sends. */
    sealed interface Body {
        /** Nothing. */
        record None() implements Body {}

        /** Values as JSON. */
        record Json(Value value) implements Body {}

        /** Fields of a form. */
        record Form(Map<String, Text> fields) implements Body {}

        /** A text. */
        record Raw(Text text) implements Body {}
    }

    /** A value of JSON with variables in its texts. */
    sealed interface Value {
        /** A text. */
        record Str(Text text) implements Value {}

        /** A number, a truth value or null, as JSON writes it. */
        record Plain(String json) implements Value {}

        /** A list. */
        record Arr(List<Value> values) implements Value {}

        /** An object. */
        record Obj(Map<String, Value> values) implements Value {}
    }

    /** What should be true of a response. */
    sealed interface Check {
        String name();

        /** The status is one of these. */
        record Status(String name, List<Integer> codes) implements Check {}

        /** The body has a text in it. */
        record Contains(String name, String text) implements Check {}

        /** It takes less time. */
        record Faster(String name, long millis) implements Check {}

        /** A value of JSON is this one. */
        record JsonIs(String name, String path, String value) implements Check {}

        /** A value of JSON is there. */
        record JsonThere(String name, String path) implements Check {}
    }
}
