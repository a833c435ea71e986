package io.spate.script.yaml.step;

import io.spate.metrics.Metric;
import io.spate.script.yaml.text.Reading;
import io.spate.script.yaml.text.YamlProblems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all steps of a file have in common while they are read.
 *
 * @param reading what reading needs
 * @param addresses reads URLs
 * @param folder that paths of files are relative to
 * @param metrics that the test has of its own
 * @param names takes the names that requests' statistics go under
 */
public record StepSettings(
        Reading reading,
        AddressBinder addresses,
        Path folder,
        List<Metric> metrics,
        Set<String> names) {

    public StepSettings {
        metrics = List.copyOf(metrics);
    }

    YamlProblems problems() {
        return reading.problems();
    }

    /** The number of a metric of the test's own. */
    Optional<Integer> metric(String name) {
        for (int i = 0; i < metrics.size(); i++) {
            if (metrics.get(i).name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
