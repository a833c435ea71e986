package io.spate.script.yaml;

import io.spate.metrics.Threshold;
import io.spate.plan.Durations;
import io.spate.script.LoadOptions;
import io.spate.script.LoadTest;
import io.spate.script.LoadedTest;
import io.spate.script.TestBuilder;
import io.spate.script.yaml.ScenarioBinder.BoundScenario;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
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

    private static final int ALIASES_MAX = 50;

    private YamlFile() {}

    /**
     * The test that a file describes.
     *
     * @param file as the user named it, for messages
     * @param text its contents
     * @throws io.spate.script.ScriptException naming every mistake, with its line and column
     */
    public static LoadedTest load(String file, String text, LoadOptions options) {
        var problems = new YamlProblems(file, text);
        var root = compose(file, text, problems);
        problems.check();
        var test = bind(root.orElseThrow(), options.env(), problems);
        problems.check();
        return LoadedTest.of(file, test, options);
    }

    private static Optional<Node> compose(String file, String text, YamlProblems problems) {
        var settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setUseMarks(true)
                        .setMaxAliasesForCollections(ALIASES_MAX)
                        .build();
        try {
            var parser = new ParserImpl(settings, new StreamReader(settings, text));
            var root = new Composer(settings, parser).getSingleNode();
            if (root.isEmpty()) {
                problems.add(Optional.empty(), "the file is empty");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            problems.add(
                    e.getProblemMark().or(e::getContextMark),
                    "this is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(Optional.empty(), "this is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static LoadTest bind(Node root, Map<String, String> env, YamlProblems problems) {
        var fields = Fields.of(root, "a test", KEYS, problems);
        var fixed = new HashMap<>(fields.texts("variables"));
        fixed.putAll(env);
        if (!fields.has("scenarios")) {
            problems.add(root, "a test needs scenarios");
        }
        var binder = new ScenarioBinder(problems, fixed);
        var scenarios =
                fields.node("scenarios")
                        .map(node -> Fields.open(node, "scenarios", problems))
                        .map(
                                open ->
                                        open.names().stream()
                                                .map(
                                                        name ->
                                                                binder.scenario(
                                                                        name,
                                                                        open.node(name)
                                                                                .orElse(root)))
                                                .toList())
                        .orElse(List.of());
        return new Bound(
                fields.text("name"),
                fields.parsed("target", it -> Template.parse(it, new Variables(fixed)))
                        .map(it -> constant(it, fields, problems)),
                fields.texts("headers"),
                fields.parsed("timeout", Durations::parse),
                fields.flag("discardBodies").orElse(false),
                fields.texts("tags"),
                scenarios,
                fields.node("thresholds")
                        .map(node -> new ThresholdBinder(problems).thresholds(node))
                        .orElse(List.of()));
    }

    private static String constant(Template target, Fields fields, YamlProblems problems) {
        var text = new StringBuilder();
        for (var part : target.parts()) {
            if (part instanceof Template.Part.Literal(var literal)) {
                text.append(literal);
            } else {
                problems.add(fields.key("target"), "target cannot differ between users");
            }
        }
        return text.toString();
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
            timeout.ifPresent(it -> test.timeout(it.toMillis() + "ms"));
            if (discardBodies) {
                test.discardBodies();
            }
            tags.forEach(test::tag);
            scenarios.forEach(scenario -> scenario.define(test));
            thresholds.forEach(test::threshold);
        }
    }
}
