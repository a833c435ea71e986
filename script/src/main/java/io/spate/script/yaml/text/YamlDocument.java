package io.spate.script.yaml.text;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a text as YAML 1.2, each node with its place. */
public final class YamlDocument {
    private static final int ALIASES_MAX = 1000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private YamlDocument() {}

    /**
     * The root of a file that holds one document; empty where it is none, which is then among the
     * problems.
     *
     * @param file as the user named it, for messages
     */
    public static Optional<Node> compose(String file, String text, YamlProblems problems) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            return compose(file, text.substring(1), problems);
        }
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
