package io.spate.report;

import io.spate.plan.Durations;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.report.text.Cells;
import io.spate.report.text.Units;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What is about to be run, in k6's words. */
public final class RunHead {
    private RunHead() {}

    /**
     * The head of a run, with line ends.
     *
     * @param plan what is run
     * @param script the file or URL the plan came from
     * @param outputs where results go, such as {@code html (report.html)}
     */
    public static String of(TestPlan plan, String script, List<String> outputs) {
        var text = new StringBuilder("\n");
        line(text, "execution", "local");
        line(text, "script", script);
        if (!plan.target().isEmpty()) {
            line(text, "target", plan.target());
        }
        line(text, "output", outputs.isEmpty() ? "-" : String.join(", ", outputs));
        text.append("\n     scenarios: (100.00%) ")
                .append(Units.count(plan.scenarios().size(), "scenario"))
                .append(", ")
                .append(plan.scenarios().stream().mapToInt(it -> it.executor().maxVus()).sum())
                .append(" max VUs, ")
                .append(Durations.format(maxDuration(plan)))
                .append(" max duration (incl. graceful stop):\n");
        for (var scenario : plan.scenarios()) {
            text.append("              * ")
                    .append(Cells.clean(scenario.name()))
                    .append(": ")
                    .append(description(scenario))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(Cells.padStart(name, 14)).append(": ").append(Cells.clean(value)).append('\n');
    }

    private static Duration maxDuration(TestPlan plan) {
        return plan.scenarios().stream()
                .map(it -> it.startTime().plus(it.executor().duration()).plus(it.gracefulStop()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static String description(Scenario scenario) {
        var executor = scenario.executor();
        var more = new StringBuilder();
        if (executor instanceof Executor.ConstantArrivalRate(_, _, int made, int max)) {
            more.append("maxVUs: ").append(made == max ? "" + max : made + "-" + max).append(", ");
        }
        if (scenario.startTime().isPositive()) {
            more.append("startTime: ").append(Durations.format(scenario.startTime())).append(", ");
        }
        more.append("gracefulStop: ").append(Durations.format(scenario.gracefulStop()));
        return workload(executor) + " (" + more + ")";
    }

    private static String workload(Executor executor) {
        var duration = Durations.format(executor.duration());
        return switch (executor) {
            case Executor.ConstantVus(int vus, _) -> vus + " looping VUs for " + duration;
            case Executor.RampingVus(_, var stages) ->
                    "Up to %d looping VUs for %s over %d stages"
                            .formatted(executor.maxVus(), duration, stages.size());
            case Executor.SharedIterations(int vus, long iterations, _) ->
                    "%d iterations shared among %d VUs (maxDuration: %s)"
                            .formatted(iterations, vus, duration);
            case Executor.ConstantArrivalRate(double rate, _, _, _) ->
                    String.format(Locale.ROOT, "%.2f iterations/s for %s", rate, duration);
        };
    }
}
