package io.spate.locust.text;

import io.spate.locust.stats.StatsBook;
import io.spate.locust.stats.StatsEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What {@code --json} writes. */
public final class JsonText {
    private static final String INDENT = "    ";

    private JsonText() {}

    /** All entries, indented by four. */
    public static String of(StatsBook book) {
        return book.entries().isEmpty()
                ? "[]"
                : book.entries().stream()
                        .map(JsonText::entry)
                        .collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    private static String entry(StatsEntry entry) {
        boolean none = entry.requests() == entry.untimed();
        var fields = new ArrayList<String>();
        field(fields, "name", text(entry.name()));
        field(fields, "method", text(entry.method()));
        field(
                fields,
                "last_request_timestamp",
                entry.lastSeconds() == 0 ? "null" : PythonText.repr(entry.lastSeconds()));
        field(fields, "start_time", PythonText.repr(entry.startSeconds()));
        field(fields, "num_requests", entry.requests());
        field(fields, "num_none_requests", entry.untimed());
        field(fields, "num_failures", entry.failures());
        field(fields, "total_response_time", none ? "0" : PythonText.repr(entry.totalMillis()));
        field(fields, "max_response_time", none ? "0" : PythonText.repr(entry.maxMillis()));
        field(fields, "min_response_time", none ? "null" : PythonText.repr(entry.minMillis()));
        field(fields, "total_content_length", entry.totalBytes());
        field(fields, "response_times", map(entry.timesByMillis()));
        field(fields, "num_reqs_per_sec", map(entry.perSecond()));
        field(fields, "num_fail_per_sec", map(entry.failedPerSecond()));
        return INDENT + "{\n" + String.join(",\n", fields) + "\n" + INDENT + "}";
    }

    private static void field(List<String> fields, String name, Object value) {
        fields.add("%s\"%s\": %s".formatted(INDENT.repeat(2), name, value));
    }

    private static String text(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static String map(Map<Long, ?> values) {
        return values.isEmpty()
                ? "{}"
                : values.entrySet().stream()
                        .map(
                                it ->
                                        "%s\"%s\": %s"
                                                .formatted(
                                                        INDENT.repeat(3),
                                                        it.getKey(),
                                                        it.getValue()))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + INDENT.repeat(2) + "}"));
    }
}
