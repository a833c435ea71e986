package io.spate.cli.history;

import io.spate.report.text.Cells;
import io.spate.store.Commit;
import io.spate.store.StoredRun;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Runs that were kept, in words. */
final class RunWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private RunWords() {}

    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** How it ended, in one word. */
    static String verdict(StoredRun run) {
        return switch (run.state()) {
            case RUNNING -> "RUNNING";
            case KILLED -> "KILLED";
            case INTERRUPTED -> "INTERRUPTED";
            case SCRIPT_ERROR -> "FAILED";
            case COMPLETED, THRESHOLD_ABORT -> run.passed().orElse(false) ? "PASSED" : "FAILED";
        };
    }

    static String commit(StoredRun run) {
        return run.facts().commit().map(Commit::words).orElse("");
    }

    /** Which run it is, on one line: what the summary does not say. */
    static String head(StoredRun run) {
        var facts = run.facts();
        var text = new StringBuilder("Run " + run.id());
        text.append(" of ").append(time(facts.startedAt()));
        facts.commit()
                .ifPresent(
                        it -> {
                            text.append(", commit ").append(it.words());
                            text.append(it.branch().isEmpty() ? "" : " on " + it.branch());
                        });
        text.append(", ").append(facts.machine().words());
        if (!run.baselines().isEmpty()) {
            text.append(", baseline: ").append(String.join(", ", run.baselines()));
        }
        if (!run.hasEnded()) {
            text.append(". ").append(ending(run));
        }
        return Cells.clean(text.toString());
    }

    private static String ending(StoredRun run) {
        return run.hasEnded()
                ? ""
                : verdict(run).equals("KILLED")
                        ? "It was killed: what follows is made of the seconds that were kept"
                        : "It goes on: what follows is what it has come to so far";
    }
}
