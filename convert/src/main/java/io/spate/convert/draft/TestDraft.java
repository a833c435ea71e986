package io.spate.convert.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A test.
 *
 * @param source the file it was read from, as the user named it
 * @param target what URLs start with; empty where they share nothing
 * @param variables with their values, where nothing else gives one
 * @param metrics of its own: counter, gauge, rate, trend or timeTrend, by name
 * @param thresholds conditions by metric
 * @param before steps done once
 * @param after steps done once at the end
 * @param left what has no counterpart, of all that stands outside of steps
 */
public record TestDraft(
        String source,
        Optional<Text> target,
        Map<String, String> variables,
        Map<String, String> metrics,
        Map<String, List<Limit>> thresholds,
        List<Step> before,
        List<Step> after,
        List<ScenarioDraft> scenarios,
        List<Step.Left> left) {

    /**
     * What a metric is judged by.
     *
     * @param abortAfter the time from which the run ends where it is missed
     */
    public record Limit(String condition, Optional<String> abortAfter) {}

    /**
     * A scenario.
     *
     * @param think pauses between two iterations
     * @param onStart steps of each user before its first iteration
     */
    public record ScenarioDraft(
            String name,
            Load load,
            Optional<Step.Pause> think,
            Optional<String> startTime,
            Optional<String> gracefulStop,
            Map<String, String> tags,
            List<Step> onStart,
            List<TaskDraft> tasks,
            List<Step> onStop) {}

    /** Something a user does, as often as its weight says. */
    public record TaskDraft(String name, long weight, List<Step> steps) {}
}
