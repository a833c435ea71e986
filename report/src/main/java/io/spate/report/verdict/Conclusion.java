package io.spate.report.verdict;

import io.spate.report.json.ReloadReport;
import io.spate.report.json.Results;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run came to: one word for people who read no further, and why.
 *
 * @param status the word
 * @param reasons what was missed, in words; empty where nothing was
 */
public record Conclusion(Status status, List<String> reasons) {

    /** The word that stands above a report. */
    public enum Status {
        PASSED("✅"),
        FAILED("❌"),
        INTERRUPTED("⚠️"),
        INVALID("⚠️");

        private final String mark;

        Status(String mark) {
            this.mark = mark;
        }

        /** The word behind its mark: {@code ✅ PASSED}. */
        public String marked() {
            return mark + " " + name();
        }
    }

    public Conclusion {
        reasons = List.copyOf(reasons);
    }

    /** Whether nothing was missed, and the run went to its end. */
    public boolean passed() {
        return status == Status.PASSED;
    }

    /** What a document says. */
    public static Conclusion of(Results results) {
        var reasons = new ArrayList<>(results.verdict().violations());
        results.reload()
                .filter(it -> !it.passed())
                .map(ReloadReport::verdict)
                .ifPresent(it -> reasons.add("Reload: " + it));
        if (results.ending().equals("script_error")) {
            reasons.add("The script could not go on");
        }
        return new Conclusion(status(results, reasons), reasons);
    }

    /** Crossed thresholds count more than how the run ended, and both more than trust in it. */
    private static Status status(Results results, List<String> reasons) {
        if (!reasons.isEmpty()) {
            return Status.FAILED;
        }
        if (results.ending().equals("interrupted")) {
            return Status.INTERRUPTED;
        }
        return results.trusted() ? Status.PASSED : Status.INVALID;
    }
}
