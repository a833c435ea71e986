package io.spate.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Picks series: a metric's name and the tags they must have. Written {@code name} or {@code
 * name{tag:value,tag2:value2}}, as k6 writes thresholds' keys.
 *
 * <p>A value begins after the first colon and ends at a comma, so it may hold colons and braces:
 * {@code http_req_duration{name:http://host/users/{id}}}. One that holds commas, or begins or ends
 * with a space, stands in quotes of either kind.
 *
 * @param metric the metric's name
 * @param tags the tags a series must have
 */
public record Selector(String metric, Tags tags) {

    /** Whether a series is picked. */
    public boolean matches(Series series) {
        return series.metric().name().equals(metric) && series.tags().contains(tags);
    }

    /** The selector as it is written, such as {@code http_reqs{status:200}}. */
    public String text() {
        if (tags.values().isEmpty()) {
            return metric;
        }
        return tags.values().entrySet().stream()
                .map(tag -> tag.getKey() + ":" + quoted(tag.getValue()))
                .collect(Collectors.joining(",", metric + "{", "}"));
    }

    /** The selector that a text writes. Throws {@link ThresholdSyntaxException}. */
    public static Selector parse(String text) {
        int open = text.indexOf('{');
        int close = text.stripTrailing().length() - 1;
        String metric = (open < 0 ? text : text.substring(0, open)).strip();
        if (metric.isEmpty()) {
            throw new ThresholdSyntaxException(
                    "expected the name of a metric, such as http_req_duration", text, 0);
        }
        if (open < 0) {
            int stray = text.indexOf('}');
            if (stray >= 0) {
                throw new ThresholdSyntaxException("} closes what no { has opened", text, stray);
            }
            return new Selector(metric, Tags.NONE);
        }
        if (text.charAt(close) != '}') {
            throw new ThresholdSyntaxException(
                    "expected } after the last tag, as in http_reqs{status:200}",
                    text,
                    text.length());
        }
        return new Selector(metric, new Tags(new TagScanner(text, open + 1, close).tags()));
    }

    private static String quoted(String value) {
        boolean plain =
                value.indexOf(',') < 0 && value.equals(value.strip()) && !startsWithQuote(value);
        if (plain) {
            return value;
        }
        char quote = value.indexOf('"') < 0 ? '"' : '\'';
        return quote + value + quote;
    }

    private static boolean startsWithQuote(String value) {
        return value.startsWith("\"") || value.startsWith("'");
    }

    /** Reads what stands between the braces. */
    private static final class TagScanner {
        private final String text;
        private final int end;
        private int at;

        TagScanner(String text, int start, int end) {
            this.text = text;
            this.at = start;
            this.end = end;
        }

        Map<String, String> tags() {
            var tags = new TreeMap<String, String>();
            do {
                int start = at;
                String name = name();
                if (tags.put(name, value(name)) != null) {
                    throw new ThresholdSyntaxException(
                            "the tag %s stands here twice".formatted(name), text, start);
                }
            } while (at++ < end);
            return tags;
        }

        private String name() {
            int colon = text.indexOf(':', at);
            int comma = text.indexOf(',', at);
            boolean missing = colon < 0 || colon >= end || (comma >= 0 && comma < colon);
            String name = missing ? "" : unquoted(text.substring(at, colon).strip());
            if (name.isEmpty()) {
                throw new ThresholdSyntaxException(
                        "expected tag:value, such as status:200", text, at);
            }
            at = colon + 1;
            return name;
        }

        /** The value from here; goes on to the comma or the end behind it. */
        private String value(String name) {
            while (at < end && text.charAt(at) == ' ') {
                at++;
            }
            int start = at;
            String value = startsWithQuote(text.substring(at, end)) ? quotedValue() : plainValue();
            if (value.isEmpty()) {
                throw new ThresholdSyntaxException(
                        "the tag %s needs a value".formatted(name), text, start);
            }
            return value;
        }

        private String plainValue() {
            int comma = text.indexOf(',', at);
            int stop = comma < 0 || comma > end ? end : comma;
            String value = text.substring(at, stop).strip();
            at = stop;
            return value;
        }

        private String quotedValue() {
            int open = at;
            int close = text.indexOf(text.charAt(open), open + 1);
            if (close < 0 || close >= end) {
                throw new ThresholdSyntaxException(
                        "the quote that opens here is not closed", text, open);
            }
            at = close + 1;
            while (at < end && text.charAt(at) == ' ') {
                at++;
            }
            if (at < end && text.charAt(at) != ',') {
                throw new ThresholdSyntaxException(
                        "expected a comma or } after the quoted value", text, at);
            }
            return text.substring(open + 1, close);
        }

        private static String unquoted(String name) {
            boolean quoted =
                    name.length() > 1
                            && startsWithQuote(name)
                            && name.charAt(0) == name.charAt(name.length() - 1);
            return quoted ? name.substring(1, name.length() - 1) : name;
        }
    }
}
