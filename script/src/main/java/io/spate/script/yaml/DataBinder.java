package io.spate.script.yaml;

import io.spate.metrics.Nearest;
import io.spate.script.data.InvalidDataException;
import io.spate.script.data.Table;
import io.spate.script.feed.Feeder;
import io.spate.script.feed.Feeder.AtEnd;
import io.spate.script.feed.Feeder.Order;
import io.spate.script.feed.Feeder.Source;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Reading;
import io.spate.script.yaml.text.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads where the data of users come from. Columns become variables. */
final class DataBinder {
    static final Set<String> KEYS = Set.of("file", "rows", "separator", "order", "atEnd");

    private static final Map<String, Order> ORDERS =
            Map.of(
                    "sequential", Order.SEQUENTIAL,
                    "random", Order.RANDOM,
                    "shuffle", Order.SHUFFLE,
                    "unique", Order.UNIQUE_PER_USER);

    private static final Map<String, AtEnd> ENDS =
            Map.of("recycle", AtEnd.RECYCLE, "stop", AtEnd.STOP);

    private final Reading reading;
    private final Path folder;
    private final Map<String, Node> named = new HashMap<>();

    /** Reads data whose paths are relative to a folder. */
    DataBinder(Reading reading, Path folder) {
        this.reading = reading;
        this.folder = folder;
    }

    /** Takes the data that the test gives names, for its scenarios to use. */
    void name(Fields test) {
        test.open("data")
                .ifPresent(
                        data -> {
                            for (var name : data.names()) {
                                var node = data.node(name).orElseThrow();
                                named.put(name, node);
                                // Told where it stands, also where no scenario uses it.
                                feeder(node);
                            }
                        });
    }

    /** The data of a scenario; their columns become variables. */
    List<Feeder> feeders(Fields scenario, Variables variables) {
        var feeders = new ArrayList<Feeder>();
        var columns = new HashMap<String, String>();
        for (var node : scenario.oneOrMore("data")) {
            feeder(resolved(node))
                    .ifPresent(
                            it -> {
                                feeders.add(it);
                                define(node, it, columns, variables);
                            });
        }
        return feeders;
    }

    private Node resolved(Node node) {
        return node instanceof MappingNode
                ? node
                : reading.rawText(node, "data").map(named::get).orElse(node);
    }

    private void define(
            Node node, Feeder feeder, Map<String, String> columns, Variables variables) {
        var name = Table.name(feeder.source());
        for (var column : columns(node, feeder)) {
            var other = columns.putIfAbsent(column, name);
            if (other != null) {
                reading.problems()
                        .add(
                                node,
                                "both %s and %s have a column \"%s\""
                                        .formatted(other, name, column));
            }
            reading.problems().attempt(node, "data: ", () -> variables.define(column));
        }
    }

    private List<String> columns(Node node, Feeder feeder) {
        try {
            return Table.load(feeder.source(), folder).columns();
        } catch (InvalidDataException wrong) {
            var place = wrong.file().isEmpty() ? "" : wrong.file();
            var line = wrong.line() == 0 ? "" : ":" + wrong.line();
            var what = place.isEmpty() ? "data: " : place + line + ": ";
            reading.problems().add(node, what + wrong.getMessage());
            return List.of();
        }
    }

    private Optional<Feeder> feeder(Node node) {
        if (!(node instanceof MappingNode)) {
            return reading.text(node, "data")
                    .flatMap(
                            path ->
                                    reading.problems()
                                            .attempt(
                                                    node,
                                                    "data: ",
                                                    () -> plain(file(path, Optional.empty()))));
        }
        var fields = reading.fields(node, "data", KEYS);
        if (fields.has("file") == fields.has("rows")) {
            reading.problems().add(node, "data needs either a file or rows of its own");
            return Optional.empty();
        }
        fields.goesWith("separator", "file");
        var separator = fields.parsed("separator", DataBinder::separator);
        var order = fields.word("order", ORDERS).orElse(Order.SEQUENTIAL);
        var atEnd = fields.word("atEnd", ENDS).orElse(AtEnd.RECYCLE);
        var source =
                fields.has("file")
                        ? fields.parsed("file", path -> file(path, separator))
                        : Optional.of(rows(fields));
        return source.map(it -> new Feeder(it, order, atEnd));
    }

    private static Feeder plain(Source source) {
        return new Feeder(source, Order.SEQUENTIAL, AtEnd.RECYCLE);
    }

    private static Character separator(String text) {
        return switch (text) {
            case "tab" -> '\t';
            case String one when one.length() == 1 -> one.charAt(0);
            default ->
                    throw new IllegalArgumentException(
                            "\"%s\" is not one character, nor tab".formatted(text));
        };
    }

    private Source file(String path, Optional<Character> separator) {
        var name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return new Source.Json(path);
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return new Source.JsonLines(path);
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv") || separator.isPresent()) {
            return new Source.Csv(path, separator.orElse(name.endsWith(".tsv") ? '\t' : ','));
        }
        throw new IllegalArgumentException(
                "\"%s\" is neither a file of data (.csv, .tsv, .json, .jsonl) nor named under data%s"
                        .formatted(path, Nearest.hint(path, named.keySet())));
    }

    private Source rows(Fields fields) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var node : fields.list("rows")) {
            var row = reading.open(node, "a row");
            var values = new LinkedHashMap<String, Object>();
            row.names().forEach(it -> row.text(it).ifPresent(text -> values.put(it, text)));
            rows.add(values);
        }
        return new Source.Rows(rows);
    }
}
