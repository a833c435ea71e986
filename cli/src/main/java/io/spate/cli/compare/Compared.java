package io.spate.cli.compare;

import io.spate.analysis.compare.Comparison;
import io.spate.analysis.compare.ComparisonOptions;
import io.spate.analysis.compare.ComparisonVerdict;
import io.spate.cli.compare.CompareCommand.FailOn;
import io.spate.store.RunFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a comparison came to.
 *
 * @param judged with a verdict; nothing where figures are only told
 * @param marks figures beside each other, as percentages; none where there is a verdict
 * @param notes what to know of it
 */
record Compared(
        List<String> a,
        List<String> b,
        Optional<Comparison> judged,
        List<Mark> marks,
        List<String> notes) {

    static Compared of(
            List<Operand> a, List<Operand> b, RunSources sources, ComparisonOptions options) {
        var notes = new ArrayList<>(differences(a, b));
        var runsA = Operand.measured(a);
        var runsB = Operand.measured(b);
        if (runsA.isPresent() && runsB.isPresent()) {
            var history = sources.history(Stream.concat(a.stream(), b.stream()).toList());
            var judged = Comparison.of(runsA.get(), runsB.get(), history, options);
            if (!history.isEmpty()) {
                notes.add(
                        (history.size() == 1 ? "1 earlier run" : history.size() + " earlier runs")
                                + " of the same plan on the same machine show how much runs differ");
            }
            notes.addAll(judged.notes());
            return new Compared(names(a), names(b), Optional.of(judged), List.of(), notes);
        }
        notes.add(
                "no verdict: a file of figures does not tell how much they vary; compare runs of the"
                        + " history, or files of single requests");
        if (a.size() + b.size() > 2) {
            notes.add("of several files of figures the first of each side is shown");
        }
        var marks = Mark.of(a.getFirst(), b.getFirst(), options.minEffect());
        return new Compared(names(a), names(b), Optional.empty(), marks, notes);
    }

    /** What stands for itself. */
    static Compared of(Comparison judged) {
        return new Compared(judged.a(), judged.b(), Optional.of(judged), List.of(), judged.notes());
    }

    private static List<String> names(List<Operand> all) {
        return all.stream().map(Operand::name).toList();
    }

    /** What makes runs hard to compare. */
    private static List<String> differences(List<Operand> a, List<Operand> b) {
        var facts =
                Stream.concat(a.stream(), b.stream())
                        .filter(Operand.Measured.class::isInstance)
                        .map(Operand.Measured.class::cast)
                        .flatMap(it -> it.facts().stream())
                        .toList();
        List<String> notes = new ArrayList<>();
        different(facts, it -> it.plan().name()).ifPresent(it -> notes.add("other tests: " + it));
        if (notes.isEmpty()) {
            different(facts, it -> it.plan().key())
                    .ifPresent(_ -> notes.add("the same test under another load"));
        }
        different(facts, it -> it.machine().words())
                .ifPresent(it -> notes.add("other machines made the load: " + it));
        different(facts, RunFacts::environment)
                .ifPresent(it -> notes.add("other environments: " + it));
        different(facts, RunFacts::target).ifPresent(it -> notes.add("other targets: " + it));
        return notes;
    }

    private static Optional<String> different(
            List<RunFacts> facts, Function<RunFacts, String> what) {
        var values = facts.stream().map(what).distinct().toList();
        return values.size() < 2
                ? Optional.empty()
                : Optional.of(
                        String.join(
                                ", ",
                                values.stream().map(it -> it.isEmpty() ? "none" : it).toList()));
    }

    boolean fails(FailOn on) {
        var verdict = judged.map(Comparison::verdict);
        return switch (on) {
            case REGRESSED -> verdict.filter(ComparisonVerdict.REGRESSED::equals).isPresent();
            case INCONCLUSIVE ->
                    verdict.isEmpty()
                            || verdict.get() == ComparisonVerdict.REGRESSED
                            || verdict.get() == ComparisonVerdict.INCONCLUSIVE;
            case NEVER -> false;
        };
    }
}
