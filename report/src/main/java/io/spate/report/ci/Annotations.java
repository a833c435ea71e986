package io.spate.report.ci;

import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.verdict.Conclusion;
import java.util.ArrayList;
import java.util.List;

/**
 * What GitHub Actions shows above a job: workflow commands, one a line. What a name holds cannot
 * end the line, nor begin another command.
 */
public final class Annotations {
    /** GitHub shows ten errors of a step. */
    private static final int LIMIT = 10;

    private Annotations() {}

    /** An error for each thing that was missed, warnings for what does not fail the run. */
    public static List<String> of(Results results) {
        var conclusion = Conclusion.of(results);
        var title = "Load test " + results.name();
        var lines = new ArrayList<String>();
        var reasons = conclusion.reasons();
        reasons.stream().limit(LIMIT).map(it -> line("error", title, it)).forEach(lines::add);
        if (reasons.size() > LIMIT) {
            lines.set(
                    LIMIT - 1,
                    line("error", title, "and %d more".formatted(reasons.size() - LIMIT + 1)));
        }
        results.verdict().thresholds().stream()
                .filter(it -> it.outcome().equals("warned"))
                .limit(LIMIT)
                .map(it -> line("warning", title, it.message()))
                .forEach(lines::add);
        if (!results.trusted()) {
            var invalid = "INVALID: the generator was the bottleneck; see the report";
            lines.add(line("warning", title, invalid));
        }
        if (conclusion.passed()) {
            lines.add(line("notice", title, "PASSED"));
        }
        return List.copyOf(lines);
    }

    private static String line(String command, String title, String message) {
        return "::%s title=%s::%s".formatted(command, property(title), data(message));
    }

    private static String data(String text) {
        return Cells.clean(text).replace("%", "%25");
    }

    /** In a property a colon and a comma have a meaning too. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
