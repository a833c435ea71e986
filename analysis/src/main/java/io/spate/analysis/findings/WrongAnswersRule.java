package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.RED_FLAG;

import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Ramp.Bin;
import java.util.List;
import java.util.Optional;

/**
 * Answers that get wrong with load: checks that held at low load do not at high load, twice as
 * often as requests fail there.
 */
final class WrongAnswersRule implements Rule {
    private static final double WRONG_MIN = 0.005;
    private static final double OVER_FAILURES = 2;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        return Ramp.of(evidence).flatMap(it -> find(evidence, it));
    }

    private static Optional<Finding> find(Evidence evidence, Ramp ramp) {
        var onset =
                ramp.onset(
                        Bin::wrong,
                        Bin::checked,
                        it ->
                                share(it) >= WRONG_MIN
                                        && share(it) >= OVER_FAILURES * it.failureShare());
        return onset.isPresent()
                ? Optional.of(found(evidence, ramp, onset.getAsInt()))
                : Optional.empty();
    }

    private static double share(Bin bin) {
        return bin.checked() == 0 ? 0 : (double) bin.wrong() / bin.checked();
    }

    private static Finding found(Evidence evidence, Ramp ramp, int at) {
        var bin = ramp.bins().get(at);
        return new Finding(
                "wrong_answers",
                RED_FLAG,
                "Wrong answers from %s on".formatted(evidence.load(bin.load())),
                "From about %s on, %s of the checks do not hold, though %s of the requests fail: the"
                                .formatted(
                                        evidence.load(bin.load()),
                                        Words.percent(share(bin)),
                                        Words.percent(bin.failureShare()))
                        + " target answers, and wrongly.",
                List.of(
                        new Figure("load", bin.load(), evidence.loadUnit()),
                        new Figure("checks_failed_rate", share(bin), ""),
                        new Figure("failure_rate", bin.failureShare(), "")),
                ramp.proof("checks", at));
    }
}
