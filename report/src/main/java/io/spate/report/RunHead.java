package io.spate.report;

import io.spate.metrics.reload.ReloadPlan;
import io.spate.plan.Durations;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.report.text.Cells;
import io.spate.report.text.Units;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
        return of(plan, script, outputs, "", Optional.empty());
    }

    /**
     * The head of a run of a part of a load that others carry too.
     *
     * @param plan what is run here
     * @param fraction which part, from 0 to 1
     */
    public static String of(TestPlan plan, String script, List<String> outputs, double fraction) {
        return head(plan, script, outputs, "", Optional.empty(), fraction);
    }

    /**
     * The head of a run whose connections take a way of their own, or whose target is reloaded.
     *
     * @param network which way; empty for the straight one
     * @param reload what happens to the target while it runs
     */
    public static String of(
            TestPlan plan,
            String script,
            List<String> outputs,
            String network,
            Optional<ReloadPlan> reload) {
        return head(plan, script, outputs, network, reload, 1);
    }

    private static String head(
            TestPlan plan,
            String script,
            List<String> outputs,
            String network,
            Optional<ReloadPlan> reload,
            double fraction) {
        var text = new StringBuilder("\n");
        line(text, "execution", "local");
        line(text, "script", script);
        if (!plan.target().isEmpty()) {
            line(text, "target", plan.target());
        }
        if (!network.isEmpty()) {
            line(text, "network", network);
        }
        line(text, "output", outputs.isEmpty() ? "-" : String.join(", ", outputs));
        reload.ifPresent(it -> reload(text, it));
        text.append(String.format(Locale.ROOT, "\n     scenarios: (%.2f%%) ", 100 * fraction))
                .append(Units.count(plan.scenarios().size(), "scenario"))
                .append(", ")
                .append(plan.scenarios().stream().mapToInt(it -> it.executor().maxVus()).sum())
                .append(" max VUs, ")
                .append(Durations.formatFull(maxDuration(plan)))
                .append(" max duration (incl. graceful stop):\n");
        for (var scenario : plan.scenarios()) {
            text.append("              * ")
                    .append(Cells.clean(scenario.name()))
                    .append(": ")
                    .append(scenario.describe())
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    /** A command that runs with the rights of who started Spate is not to be overlooked. */
    private static void reload(StringBuilder text, ReloadPlan reload) {
        var at = "at " + Durations.format(reload.at()) + ", watched for ";
        var watched = at + Durations.format(reload.window());
        line(text, "reload", watched + reload.command().map(_ -> "").orElse(", done by others"));
        reload.command()
                .ifPresent(
                        it ->
                                line(
                                        text,
                                        "WILL RUN",
                                        it + "   (by sh, with your rights, on this machine)"));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(Cells.padStart(name, 14)).append(": ").append(Cells.clean(value)).append('\n');
    }

    /** By plan, and what the last users may take to end; one after another waits for both. */
    private static Duration maxDuration(TestPlan plan) {
        var gracefulStops =
                plan.scenarios().stream()
                        .map(Scenario::gracefulStop)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        return plan.duration().plus(gracefulStops);
    }
}
