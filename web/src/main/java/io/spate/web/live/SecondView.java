package io.spate.web.live;

import java.util.List;

/**
 * What the page draws of a second. Times are milliseconds, rates are per second.
 *
 * @param heat how many requests lie in each row of the heat map
 * @param revision of the timeline
 */
record SecondView(
        double atMs,
        long users,
        double requestsPerSecond,
        double failuresPerSecond,
        double p50,
        double p95,
        double p99,
        List<Long> heat,
        int revision,
        RunView.Totals totals) {

    static SecondView of(Figures.Second second, int revision, RunView.Totals totals) {
        var times = new Times(second.times());
        return new SecondView(
                second.startNanos() / 1e6,
                second.users(),
                second.perSecond(second.requests()),
                second.perSecond(second.failures()),
                times.at(50),
                times.at(95),
                times.at(99),
                Heat.counts(second.times()),
                revision,
                totals);
    }
}
