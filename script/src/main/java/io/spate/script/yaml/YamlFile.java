package io.spate.script.yaml;

import io.spate.http.HttpOptions;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Durations;
import io.spate.script.LoadOptions;
import io.spate.script.LoadTest;
import io.spate.script.LoadedTest;
import io.spate.script.TestBuilder;
import io.spate.script.yaml.ScenarioBinder.BoundScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a test from a YAML file. */
public final class YamlFile {
    static final Set<String> KEYS =
            Set.of(
                    "name",
                    "target",
                    "headers",
                    "timeout",
                    "discardBodies",
                    "variables",
                    "tags",
                    "scenarios",
                    "thresholds");

    private static final int ALIASES_MAX = 1000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SCHEMA = "spate.schema.json";

    private YamlFile() {}

    /**
     * The test that a file describes.
     *
     * @param file as the user named it, for messages
     * @param text its contents
     * @throws io.spate.script.ScriptException naming every mistake, with its line and column
     */
    public static LoadedTest load(String file, String text, LoadOptions options) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            return load(file, text.substring(1), options);
        }
        var problems = new YamlProblems(file, text);
        var root = compose(file, text, problems);
        problems.check();
        var test = bind(root.orElseThrow(), options, problems);
        problems.check();
        return LoadedTest.of(file, test, options);
    }

    /** The JSON Schema of these files, for editors. */
    public static String schema() {
        try (var in = YamlFile.class.getResourceAsStream(SCHEMA)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Node> compose(String file, String text, YamlProblems problems) {
        var settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setUseMarks(true)
                        .setMaxAliasesForCollections(ALIASES_MAX)
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build();
        try {
            var parser = new ParserImpl(settings, new StreamReader(settings, text));
            var documents = new Composer(settings, parser);
            if (!documents.hasNext()) {
                problems.add(Optional.empty(), "the file is empty");
                return Optional.empty();
            }
            var root = documents.next();
            if (documents.hasNext()) {
                problems.add(
                        documents.next(),
                        "a file holds one test, and after --- another one starts: put it in a file"
                                + " of its own");
            }
            return Optional.of(root);
        } catch (MarkedYamlEngineException e) {
            problems.add(
                    e.getProblemMark().or(e::getContextMark),
                    "this is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(Optional.empty(), "this is not YAML: " + e.getMessage());
        } catch (StackOverflowError _) {
            problems.add(Optional.empty(), "this is nested too deeply to be read");
        }
        return Optional.empty();
    }

    private static LoadTest bind(Node root, LoadOptions options, YamlProblems problems) {
        var fields = Fields.of(root, "a test", KEYS, problems);
        var fixed = FixedTexts.of(fields, options.env());
        if (root instanceof MappingNode && !fields.has("scenarios")) {
            problems.add(root, "a test needs scenarios");
        }
        var hasTarget = fields.has("target") || options.target().isPresent();
        var binder = new ScenarioBinder(problems, fixed, new AddressBinder(hasTarget));
        return new Bound(
                fixed.text(fields, "name"),
                fixed.text(fields, "target").flatMap(it -> target(fields, it)),
                headers(fields, fixed.texts(fields, "headers")),
                fields.parsed("timeout", YamlFile::timeout),
                fields.flag("discardBodies").orElse(false),
                fixed.texts(fields, "tags"),
                fields.node("scenarios")
                        .map(node -> scenarios(Fields.open(node, "scenarios", problems), binder))
                        .orElse(List.of()),
                fields.node("thresholds")
                        .map(node -> new ThresholdBinder(problems).thresholds(node))
                        .orElse(List.of()));
    }

    private static List<BoundScenario> scenarios(Fields fields, ScenarioBinder binder) {
        if (fields.node() instanceof MappingNode && fields.names().isEmpty()) {
            fields.problems().add(fields.node(), "scenarios needs at least one, by its name");
        }
        return fields.names().stream()
                .map(name -> binder.scenario(name, fields.node(name).orElse(fields.node())))
                .toList();
    }

    private static Optional<String> target(Fields fields, String target) {
        return fields.parsed(
                "target", _ -> http(target, Map.of(), HttpOptions.DEFAULT.timeout()).baseUrl());
    }

    private static Map<String, String> headers(Fields fields, Map<String, String> headers) {
        return fields.problems()
                .attempt(
                        fields.key("headers"),
                        "headers: ",
                        () -> http("", headers, HttpOptions.DEFAULT.timeout()).headers())
                .orElse(headers);
    }

    private static Duration timeout(String text) {
        return http("", Map.of(), Durations.parse(text)).timeout();
    }

    /** As the HTTP client checks them. */
    private static HttpOptions http(String target, Map<String, String> headers, Duration timeout) {
        return new HttpOptions(target, headers, timeout, true, false);
    }

    /** A test as it was read; describes itself as a Java test would. */
    private record Bound(
            Optional<String> name,
            Optional<String> target,
            Map<String, String> headers,
            Optional<Duration> timeout,
            boolean discardBodies,
            Map<String, String> tags,
            List<BoundScenario> scenarios,
            List<Threshold> thresholds)
            implements LoadTest {

        @Override
        public void define(TestBuilder test) {
            name.ifPresent(test::name);
            target.ifPresent(test::baseUrl);
            headers.forEach(test::header);
            timeout.ifPresent(it -> test.timeout(Durations.format(it)));
            if (discardBodies) {
                test.discardBodies();
            }
            tags.forEach(test::tag);
            scenarios.forEach(scenario -> scenario.define(test));
            thresholds.forEach(test::threshold);
        }
    }
}
