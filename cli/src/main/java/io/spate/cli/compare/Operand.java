package io.spate.cli.compare;

import io.spate.analysis.MeasuredRun;
import io.spate.analysis.files.Figures;
import io.spate.store.RunFacts;
import java.util.List;
import java.util.Optional;

/** One run that is compared. */
sealed interface Operand {
    /** As the user named it. */
    String name();

    /**
     * A run of which every value is known.
     *
     * @param facts of its plan and machine, where it is one of the history
     */
    record Measured(String name, MeasuredRun run, Optional<RunFacts> facts) implements Operand {}

    /** A run of which figures are told, and nothing can be computed anew. */
    record Told(String name, Figures figures) implements Operand {}

    /** The runs, where all are measured. */
    static Optional<List<MeasuredRun>> measured(List<Operand> all) {
        var runs =
                all.stream()
                        .filter(Measured.class::isInstance)
                        .map(Measured.class::cast)
                        .map(Measured::run)
                        .toList();
        return runs.size() == all.size() ? Optional.of(runs) : Optional.empty();
    }
}
