package io.spate.cli;

import io.spate.cli.flags.ReportFlags;
import io.spate.cli.settings.Settings;
import io.spate.cli.web.RunWatch;
import io.spate.http.watch.Successes;
import io.spate.metrics.reload.ReloadPlan;
import io.spate.report.json.Results;
import io.spate.store.StoreLocation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run is asked for beside its test.
 *
 * @param histogram whether the summary draws one
 * @param nodes how many nodes the target has, where that is said
 * @param scalingBaseline a run with fewer nodes to compare with
 * @param reload of the target, while the run goes on
 * @param successes what the run marks its successes in
 * @param reports made of the finished result, beside those of {@code OutputFlags}
 * @param settings what surrounds the test
 * @param history where it is kept; nothing where it is not
 * @param watch who looks at the run
 */
record Beside(
        boolean histogram,
        OptionalInt nodes,
        Optional<Results> scalingBaseline,
        Optional<ReloadPlan> reload,
        Successes successes,
        ReportFlags reports,
        Settings settings,
        Optional<StoreLocation> history,
        RunWatch watch) {

    /** The same with somebody who looks at the run. */
    Beside withWatch(RunWatch who) {
        return new Beside(
                histogram,
                nodes,
                scalingBaseline,
                reload,
                successes,
                reports,
                settings,
                history,
                who);
    }

    /** Nothing. */
    static Beside nothing(Map<String, String> env) {
        return new Beside(
                false,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                new Successes(),
                new ReportFlags(),
                Settings.of(env),
                Optional.empty(),
                RunWatch.NONE);
    }
}
