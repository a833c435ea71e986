package io.spate.output.jmeter;

import io.spate.output.k6.SampleFilePlan;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import java.util.List;
import java.util.Map;

/** {@code jtl=FILE}: a row for each request, as JMeter writes it. */
public final class JtlType implements OutputType {
    @Override
    public List<String> names() {
        return List.of("jtl", "jmeter");
    }

    @Override
    public String form() {
        return "jtl[=FILE]";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
        return new SampleFilePlan(
                "jtl", argument.isEmpty() ? "results.jtl" : argument, _ -> new JtlLines());
    }
}
