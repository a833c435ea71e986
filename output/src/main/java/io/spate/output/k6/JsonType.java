package io.spate.output.k6;

import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** {@code json=FILE}: k6's JSON lines. */
public final class JsonType implements OutputType {
    @Override
    public List<String> names() {
        return List.of("json");
    }

    @Override
    public String form() {
        return "json[=FILE]";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
        return new SampleFilePlan(
                "json",
                argument.isEmpty() ? "-" : argument,
                run ->
                        new JsonLines(
                                K6Tags.of(run.systemTags()),
                                run.thresholds(),
                                ZoneId.systemDefault()));
    }
}
