package io.spate.convert;

import io.spate.convert.draft.Step;
import io.spate.convert.draft.TestDraft;
import io.spate.convert.js.JsParser;
import io.spate.convert.k6.K6Reader;
import io.spate.convert.locust.LocustReader;
import io.spate.convert.python.PyParser;
import io.spate.convert.write.JavaWriter;
import io.spate.convert.write.YamlWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes scripts of other tools anew, in Spate's own languages. */
public final class Converter {
    private Converter() {}

    /** What can be written. */
    public enum Language {
        JAVA,
        YAML
    }

    /**
     * A test in its new language.
     *
     * @param text the file's
     * @param left what could not be converted, by line; it stands in the text as comments
     */
    public record Converted(String text, List<Left> left) {}

    /**
     * What could not be converted.
     *
     * @param line in the original
     * @param source its first line
     */
    public record Left(int line, String source) {}

    /**
     * Converts a script of k6.
     *
     * @param shown the file, as the user named it
     * @param className what a class is called
     * @throws io.spate.convert.syntax.ScriptSyntaxException where it is neither JavaScript nor
     *     TypeScript
     */
    public static Converted k6(
            JsParser parser, String shown, String text, Language to, String className) {
        return write(K6Reader.read(shown, parser.parse(shown, text)), to, className);
    }

    /**
     * Converts a locustfile.
     *
     * @param shown the file, as the user named it
     * @param className what a class is called
     * @throws io.spate.convert.syntax.ScriptSyntaxException where it is no Python
     */
    public static Converted locust(
            PyParser parser, String shown, String text, Language to, String className) {
        return write(LocustReader.read(shown, parser.parse(text)), to, className);
    }

    private static Converted write(TestDraft draft, Language to, String className) {
        var text =
                switch (to) {
                    case JAVA -> JavaWriter.write(draft, className);
                    case YAML -> YamlWriter.write(draft);
                };
        return new Converted(text, left(draft));
    }

    private static List<Left> left(TestDraft draft) {
        var all = new ArrayList<Step.Left>(draft.left());
        collect(draft.before(), all);
        collect(draft.after(), all);
        for (var scenario : draft.scenarios()) {
            collect(scenario.onStart(), all);
            scenario.tasks().forEach(it -> collect(it.steps(), all));
            collect(scenario.onStop(), all);
        }
        return all.stream()
                .map(it -> new Left(it.line(), it.source().lines().findFirst().orElse("")))
                .distinct()
                .sorted(Comparator.comparingInt(Left::line))
                .toList();
    }

    private static void collect(List<Step> steps, List<Step.Left> all) {
        for (var step : steps) {
            switch (step) {
                case Step.Left left -> all.add(left);
                case Step.Group group -> collect(group.steps(), all);
                case Step.Repeat repeat -> collect(repeat.steps(), all);
                case Step.Request _, Step.Pause _, Step.Measure _, Step.Header _ -> {}
            }
        }
    }
}
