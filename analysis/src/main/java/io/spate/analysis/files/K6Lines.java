package io.spate.analysis.files;

import io.spate.analysis.files.samples.K6Series;
import io.spate.analysis.files.samples.SampleFold;
import io.spate.analysis.files.samples.Times;
import io.spate.analysis.files.source.Lines;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads k6's {@code --out json}: a metric or a sample a line. */
final class K6Lines {
    private final Source source;
    private final JsonFactory json = new JsonFactory();
    private final SampleFold fold = new SampleFold(1);
    private final K6Series series = new K6Series(fold);
    private final Times times = new Times();
    private final List<String> notices = new ArrayList<>();

    /** What the line at hand says. */
    private String metric = "";

    private String type = "";
    private String name = "";
    private String metricType = "";
    private String contains = "";
    private String time = "";
    private double value = Double.NaN;
    private final Map<String, String> tags = new HashMap<>();

    private K6Lines(Source source) {
        this.source = source;
    }

    /** Whether a line is one of those. */
    static boolean recognizes(String line) {
        var json = new JsonFactory();
        try (var parser = json.createParser(ObjectReadContext.empty(), line)) {
            boolean metric = false;
            boolean type = false;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                metric |= name.equals("metric");
                type |= name.equals("type") && List.of("Metric", "Point").contains(text(parser));
                parser.skipChildren();
            }
            return metric && type;
        } catch (JacksonException _) {
            return false;
        }
    }

    static ResultFile read(Source source) throws ResultFileException {
        return new K6Lines(source).read();
    }

    private ResultFile read() throws ResultFileException {
        var lines = new Lines(source);
        while (lines.next()) {
            if (lines.length() == 0) {
                continue;
            }
            try {
                parse(lines);
            } catch (JacksonException e) {
                if (!lines.isWhole()) {
                    notices.add(Notices.cutOff(lines.number()));
                    break;
                }
                throw source.corrupt(
                        lines.number(), "this is no valid JSON: " + e.getOriginalMessage());
            }
            take(lines.number());
        }
        if (source.cutOff() && notices.isEmpty()) {
            notices.add(Notices.cutOff(lines.number()));
        }
        return Notices.samples(source, FileFormat.K6_JSON, fold, notices, series.notices());
    }

    private void parse(Lines lines) {
        metric = "";
        type = "";
        name = "";
        metricType = "";
        contains = "";
        time = "";
        value = Double.NaN;
        tags.clear();
        try (var parser =
                json.createParser(
                        ObjectReadContext.empty(), lines.bytes(), lines.offset(), lines.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "metric" -> metric = text(parser);
                    case "type" -> type = text(parser);
                    case "data" -> data(parser);
                    default -> parser.skipChildren();
                }
            }
        }
    }

    private void data(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> name = text(parser);
                case "type" -> metricType = text(parser);
                case "contains" -> contains = text(parser);
                case "time" -> time = text(parser);
                case "value" -> value = number(parser);
                case "tags" -> tags(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void tags(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var tag = parser.currentName();
            parser.nextToken();
            if (K6Series.KEPT_TAGS.contains(tag)) {
                tags.put(tag, text(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static String text(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return "";
    }

    private static double number(JsonParser parser) {
        if (parser.currentToken().isNumeric()) {
            return parser.getDoubleValue();
        }
        parser.skipChildren();
        return Double.NaN;
    }

    private void take(long line) throws ResultFileException {
        switch (type) {
            case "Metric" -> {
                if (!series.declare(name.isEmpty() ? metric : name, metricType, contains)) {
                    throw source.corrupt(
                            line,
                            "the metric '%s' is a '%s' of '%s', which k6 does not have"
                                    .formatted(metric, metricType, contains));
                }
            }
            case "Point" -> sample(line);
            default ->
                    throw source.corrupt(
                            line, "this is neither a Metric nor a Point, as k6 writes them");
        }
    }

    private void sample(long line) throws ResultFileException {
        var at = times.epochNanos(time);
        if (at.isEmpty()) {
            throw source.corrupt(line, "the time '%s' is none".formatted(time));
        }
        if (!Double.isFinite(value)) {
            throw source.corrupt(line, "the value of '%s' is no number".formatted(metric));
        }
        if (!fold.accepts(at.getAsLong())) {
            throw Notices.farOff(source, line);
        }
        var found = series.find(metric, tag -> tags.getOrDefault(tag, ""));
        if (found.isEmpty()) {
            return;
        }
        var sampled = found.get();
        long recorded = sampled.recorded(value);
        Notices.add(fold, sampled, at.getAsLong(), recorded);
    }
}
