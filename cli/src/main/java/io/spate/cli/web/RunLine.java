package io.spate.cli.web;

import java.util.List;
import java.util.Map;

/**
 * What Spate's commands do with arguments: so that a run from the page is the same as one from the
 * command line, with its checks and its words.
 */
public interface RunLine {
    /**
     * A command line.
     *
     * @param words the command's name and its arguments: {@code run}, {@code k6} or {@code locust}
     * @param variables that the environment has besides
     */
    record Line(List<String> words, Map<String, String> variables) {
        public Line {
            words = List.copyOf(words);
            variables = Map.copyOf(variables);
        }

        /** What stands behind the command's name. */
        public List<String> arguments() {
            return words.subList(1, words.size());
        }
    }

    /** What a run would do; starts nothing. Throws what is wrong with it. */
    Looked look(Line line) throws InterruptedException;

    /**
     * Runs it to its end.
     *
     * @param publicToo whether somebody has confirmed that public addresses may be loaded
     */
    void run(Line line, boolean publicToo, RunWatch watch) throws Exception;
}
