package io.spate.cli.web;

import io.spate.plan.Executor;
import io.spate.plan.RateStage;
import io.spate.plan.Scenario;
import io.spate.plan.Stage;
import io.spate.plan.TestPlan;
import io.spate.web.api.Plans.Load;
import io.spate.web.api.Plans.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The load of a plan over time, as a line for people. Scenarios after others are left out. */
public final class LoadCurve {
    private static final int STEPS_MAX = 200;

    private LoadCurve() {}

    /** Whether the plan's load is a rate rather than users. */
    static boolean isOfRates(TestPlan plan) {
        return plan.scenarios().stream().allMatch(LoadCurve::isOpen);
    }

    private static boolean isOpen(Scenario scenario) {
        return scenario.executor() instanceof Executor.ConstantArrivalRate
                || scenario.executor() instanceof Executor.RampingArrivalRate;
    }

    /** The points of all scenarios that begin by themselves, summed. */
    static List<Point> of(TestPlan plan) {
        boolean rates = isOfRates(plan);
        var lines = new ArrayList<List<Point>>();
        for (var scenario : plan.scenarios()) {
            if (scenario.after().isEmpty() && isOpen(scenario) == rates) {
                lines.add(line(scenario));
            }
        }
        var instants = new TreeSet<Long>();
        lines.forEach(line -> line.forEach(it -> instants.add(it.atMs())));
        return instants.stream()
                .map(at -> new Point(at, lines.stream().mapToDouble(it -> at(it, at)).sum()))
                .toList();
    }

    /** That of users who come at a rate, and stay. */
    public static List<Point> of(Load.Users load) {
        double rate = load.spawnRate() > 0 ? load.spawnRate() : load.users();
        long full = Math.round(1000 * load.users() / rate);
        long end = load.durationMs() > 0 ? load.durationMs() : Math.max(60_000, 2 * full);
        return full >= end
                ? List.of(new Point(0, 0), new Point(end, rate * end / 1000))
                : List.of(
                        new Point(0, 0),
                        new Point(full, load.users()),
                        new Point(end, load.users()));
    }

    private static double at(List<Point> line, long at) {
        for (int i = 0; i < line.size(); i++) {
            var point = line.get(i);
            if (point.atMs() >= at) {
                if (point.atMs() == at || i == 0) {
                    return point.atMs() == at ? point.value() : 0;
                }
                var before = line.get(i - 1);
                double share = (double) (at - before.atMs()) / (point.atMs() - before.atMs());
                return before.value() + share * (point.value() - before.value());
            }
        }
        return 0;
    }

    private static List<Point> line(Scenario scenario) {
        var points = new ArrayList<Point>();
        long start = scenario.startTime().toMillis();
        long end = start + scenario.executor().duration().toMillis();
        switch (scenario.executor()) {
            case Executor.RampingVus it -> {
                points.add(new Point(start, it.startVus()));
                for (Stage stage : it.stages()) {
                    add(points, stage.duration().toMillis(), stage.target());
                }
            }
            case Executor.RampingArrivalRate it -> {
                points.add(new Point(start, it.startRate()));
                for (RateStage stage : it.stages()) {
                    add(points, stage.duration().toMillis(), stage.target());
                }
            }
            case Executor.Steps it -> addSteps(points, it, start, end);
            case Executor.ConstantArrivalRate it -> flat(points, start, end, it.rate());
            case Executor.ConstantVus it -> flat(points, start, end, it.vus());
            case Executor.Burst it -> flat(points, start, end, it.vus());
            case Executor.SharedIterations it -> flat(points, start, end, it.vus());
            case Executor.PerVuIterations it -> flat(points, start, end, it.vus());
            // What it asks for is known only while it runs.
            case Executor.Shape _ -> {}
        }
        return points;
    }

    private static void flat(List<Point> points, long start, long end, double value) {
        points.add(new Point(start, value));
        points.add(new Point(end, value));
    }

    private static void add(List<Point> points, long length, double value) {
        points.add(new Point(points.getLast().atMs() + length, value));
    }

    private static void addSteps(List<Point> points, Executor.Steps it, long start, long end) {
        long every = Math.max(1, it.every().toMillis());
        int users = it.startVus();
        long at = start;
        for (int i = 0; i < STEPS_MAX && at < end; i++) {
            points.add(new Point(at, users));
            at = Math.min(end, at + every);
            points.add(new Point(at - 1, users));
            users = Math.min(it.maxVus(), users + it.addedVus());
        }
    }
}
