package io.spate.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When the scenarios of a plan begin and end by plan, the time that users take to end left out. */
final class Order {
    private Order() {}

    /** From the start of the first scenario to the end of the last. */
    static Duration duration(List<Scenario> scenarios) {
        return scenarios.stream()
                .map(it -> end(it, byName(scenarios)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration end(Scenario scenario, Map<String, Scenario> byName) {
        var before =
                scenario.after().map(byName::get).map(it -> end(it, byName)).orElse(Duration.ZERO);
        return before.plus(scenario.startTime()).plus(scenario.executor().duration());
    }

    private static Map<String, Scenario> byName(List<Scenario> scenarios) {
        Map<String, Scenario> byName = new HashMap<>();
        scenarios.forEach(it -> byName.put(it.name(), it));
        return byName;
    }
}
