package io.spate.script.share;

import io.spate.http.HttpOptions;
import io.spate.metrics.Metric;
import io.spate.metrics.Ticker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What all virtual users of a test have in common.
 *
 * @param http how they send
 * @param env the variables they may ask for
 * @param metrics those that the test adds
 * @param scenarios how many the test has
 * @param seed for everything random
 * @param folder what paths of files start from
 * @param ticker the clock
 */
public record TestShare(
        HttpOptions http,
        Map<String, String> env,
        List<Metric> metrics,
        int scenarios,
        long seed,
        Path folder,
        Ticker ticker) {}
