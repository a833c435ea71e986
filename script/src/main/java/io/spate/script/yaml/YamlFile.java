package io.spate.script.yaml;

import io.spate.plan.Workload;
import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import io.spate.script.yaml.text.YamlProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a test from a YAML file. */
public final class YamlFile {
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
        var test = TestBinder.bind(root.orElseThrow(), options, options.folder(), problems);
        problems.check();
        var loaded = LoadedTest.of(file, test, seeded(options, test.seed()));
        var plan = loaded.plan();
        var judged = new ArrayList<>(plan.thresholds());
        judged.addAll(test.levels().judged(plan, !options.workload().equals(Workload.NONE)));
        problems.check();
        return loaded.withPlan(plan.withThresholds(judged));
    }

    /** A seed from outside wins over the file's. */
    private static LoadOptions seeded(LoadOptions options, Optional<Long> seed) {
        return options.givenSeed().isPresent()
                ? options
                : seed.map(options::withSeed).orElse(options);
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
}
