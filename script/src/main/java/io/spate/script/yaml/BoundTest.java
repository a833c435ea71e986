package io.spate.script.yaml;

import io.spate.http.HttpVersion;
import io.spate.http.watch.NodeSource;
import io.spate.metrics.threshold.Threshold;
import io.spate.net.route.Route;
import io.spate.plan.Durations;
import io.spate.plan.TestPlan;
import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import io.spate.script.yaml.ScenarioBinder.BoundScenario;
import io.spate.script.yaml.step.Step;
import io.spate.script.yaml.step.YamlSession;
import io.spate.script.yaml.step.YamlSession.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A test as it was read; describes itself as a Java test would.
 *
 * @param metrics of its own, by name
 * @param outputs where results go beside the terminal
 * @param before done once, before the scenarios
 * @param after done once, after the scenarios
 */
record BoundTest(
        Optional<String> name,
        Requesting requesting,
        Map<String, String> tags,
        Map<String, MetricKind> metrics,
        Optional<String> warmUp,
        Optional<Long> seed,
        List<String> outputs,
        List<Step> before,
        List<Step> after,
        List<BoundScenario> scenarios,
        List<Threshold> thresholds,
        LevelLimits levels)
        implements LoadTest {

    /** The limits of levels of load, which are known once there is a plan. */
    @FunctionalInterface
    interface LevelLimits {
        /** The thresholds of a plan's levels. */
        List<Threshold> judged(TestPlan plan, boolean replaced);
    }

    /** How all requests are sent. */
    record Requesting(
            Optional<String> target,
            Map<String, String> headers,
            Optional<Duration> timeout,
            boolean discardBodies,
            Optional<NodeSource> nodes,
            Route route,
            Optional<HttpVersion> http,
            Optional<String> traceparent) {

        void define(TestBuilder test) {
            target.ifPresent(test::baseUrl);
            headers.forEach(test::header);
            timeout.ifPresent(it -> test.timeout(Durations.format(it)));
            if (discardBodies) {
                test.discardBodies();
            }
            nodes.ifPresent(it -> test.nodes(it.text()));
            test.route(route);
            http.ifPresent(it -> test.httpVersion(it.toString()));
            traceparent.ifPresent(test::traceparent);
        }
    }

    @Override
    public void define(TestBuilder test) {
        name.ifPresent(test::name);
        requesting.define(test);
        tags.forEach(test::tag);
        warmUp.ifPresent(test::warmUp);
        outputs.forEach(test::output);
        var measures = new ArrayList<Measure>();
        metrics.forEach((name, kind) -> measures.add(kind.addTo(test, name)));
        if (!before.isEmpty()) {
            test.before(user -> new YamlSession(user, measures).run(before));
        }
        if (!after.isEmpty()) {
            test.after(user -> new YamlSession(user, measures).run(after));
        }
        scenarios.forEach(it -> define(it, test, measures));
        thresholds.forEach(test::threshold);
    }

    private static void define(BoundScenario bound, TestBuilder test, List<Measure> measures) {
        var scenario =
                test.scenario(bound.name(), user -> new YamlSession(user, measures))
                        .workload(bound.workload());
        bound.think().ifPresent(scenario::think);
        bound.pacing().ifPresent(it -> scenario.pacing(Durations.format(it)));
        bound.after().ifPresent(scenario::after);
        bound.startTime().ifPresent(it -> scenario.startTime(Durations.format(it)));
        bound.gracefulStop().ifPresent(it -> scenario.gracefulStop(Durations.format(it)));
        bound.tags().forEach(scenario::tag);
        bound.data().forEach(scenario::feed);
        if (!bound.onStart().isEmpty()) {
            scenario.onStart(session -> session.run(bound.onStart()));
        }
        if (!bound.onStop().isEmpty()) {
            scenario.onStop(session -> session.run(bound.onStop()));
        }
        bound.tasks()
                .forEach(
                        task -> scenario.task(task.weight(), session -> session.run(task.steps())));
    }
}
