package io.spate.analysis.findings;

import static io.spate.analysis.findings.Finding.Sign.GOOD;
import static io.spate.analysis.findings.Finding.Sign.WARNING;

import io.spate.analysis.findings.Evidence.Interval;
import io.spate.analysis.findings.Finding.Figure;
import io.spate.analysis.findings.Finding.Proof;
import io.spate.analysis.findings.Ramp.Bin;
import java.util.List;
import java.util.Optional;

/**
 * Where errors appear on a ramp; else how many there are in all. Good below 0.1 %, a warning from 1
 * % on.
 */
final class ErrorsRule implements Rule {
    private static final double FEW = 0.001;
    private static final double MANY = 0.01;
    private static final long REQUESTS_MIN = 1000;

    @Override
    public Optional<Finding> find(Evidence evidence) {
        return Ramp.of(evidence).flatMap(it -> onRamp(evidence, it)).or(() -> overall(evidence));
    }

    private static Optional<Finding> onRamp(Evidence evidence, Ramp ramp) {
        var onset = ramp.onset(Bin::failures, Bin::requests, it -> it.failureShare() >= FEW);
        return onset.isPresent()
                ? Optional.of(appear(evidence, ramp, onset.getAsInt()))
                : Optional.empty();
    }

    private static Finding appear(Evidence evidence, Ramp ramp, int at) {
        var bins = ramp.bins();
        var bin = bins.get(at);
        var last = ramp.last();
        double before =
                (double) Ramp.sum(bins.subList(0, at), Bin::failures)
                        / Math.max(1, Ramp.sum(bins.subList(0, at), Bin::requests));
        return new Finding(
                "errors_appear",
                WARNING,
                "Errors appear at " + evidence.load(bin.load()),
                "From about %s on, %s of the requests fail; below it were %s. At %s it is %s."
                        .formatted(
                                evidence.load(bin.load()),
                                Words.percent(bin.failureShare()),
                                Words.percent(before),
                                evidence.load(last.load()),
                                Words.percent(last.failureShare())),
                List.of(
                        new Figure("load", bin.load(), evidence.loadUnit()),
                        new Figure("failure_rate_before", before, ""),
                        new Figure("failure_rate_there", bin.failureShare(), ""),
                        new Figure("failure_rate_at_most_load", last.failureShare(), "")),
                ramp.proof("http_req_failed", at));
    }

    private static Optional<Finding> overall(Evidence evidence) {
        var intervals = evidence.intervals();
        long requests = intervals.stream().mapToLong(Interval::requests).sum();
        long failures = intervals.stream().mapToLong(Interval::failures).sum();
        if (requests < REQUESTS_MIN) {
            return Optional.empty();
        }
        double share = (double) failures / requests;
        boolean few = share < FEW;
        if (!few && share < MANY) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        few ? "few_errors" : "many_errors",
                        few ? GOOD : WARNING,
                        few ? "Hardly any errors" : "Many errors",
                        "%s of %d requests failed%s."
                                .formatted(
                                        failures == 0 ? "None" : Words.percent(share),
                                        requests,
                                        few ? "" : ", 1% is the limit of this warning"),
                        List.of(
                                new Figure("failure_rate", share, ""),
                                new Figure("requests", requests, "")),
                        new Proof(
                                "http_req_failed",
                                intervals.getFirst().fromNanos(),
                                intervals.getLast().toNanos())));
    }
}
