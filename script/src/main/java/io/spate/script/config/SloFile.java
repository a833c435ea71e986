package io.spate.script.config;

import io.spate.metrics.threshold.Threshold;
import io.spate.plan.LoadPattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Service level objectives of an environment, and the load that is to show them, as a file such as
 * {@code performance_config.yml} gives them.
 *
 * @param file as the user named it
 * @param environment whose values these are
 * @param overlaid whether the file has values of its own for it
 * @param thresholds what is judged
 * @param loadTest what is sent, as far as the file says
 * @param deploymentReport the file to append results to; {@code none} for no such file
 */
public record SloFile(
        String file,
        String environment,
        boolean overlaid,
        List<Placed<Threshold>> thresholds,
        Load loadTest,
        Optional<Placed<String>> deploymentReport) {

    public SloFile {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * The load.
     *
     * @param endpoints with their shares of the traffic; empty where the file has none
     */
    public record Load(
            Optional<Placed<String>> target,
            Optional<Placed<Integer>> concurrency,
            Optional<Placed<Duration>> duration,
            Optional<Placed<LoadPattern>> pattern,
            List<Placed<EndpointShare>> endpoints) {
        public Load {
            endpoints = List.copyOf(endpoints);
        }
    }

    /**
     * Reads a file.
     *
     * @param file as the user named it, for messages
     * @param text its contents
     * @param environment whose values lie over those of all
     * @param asked whether someone asked for that environment, so that the file must know it
     * @param env variables that {@code ${NAME}} in the file stands for
     * @throws io.spate.script.ScriptException naming every mistake, with its line and column
     */
    public static SloFile read(
            String file, String text, String environment, boolean asked, Map<String, String> env) {
        return new SloBinder(file, text, env).bind(environment, asked);
    }
}
