package io.spate.script.yaml;

import io.spate.plan.Workload;
import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import io.spate.script.yaml.text.YamlDocument;
import io.spate.script.yaml.text.YamlProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/** Reads a test from a YAML file. */
public final class YamlFile {
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
        var problems = new YamlProblems(file, text);
        var root = YamlDocument.compose(file, text, problems);
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
}
