package io.spate.script;

import io.spate.http.HttpOptions;
import io.spate.metrics.Ticker;
import java.util.Map;

/**
 * What all virtual users of a test have in common.
 *
 * @param http how they send
 * @param env the variables they may ask for
 * @param seed for everything random
 * @param ticker the clock
 */
record UserSettings(HttpOptions http, Map<String, String> env, long seed, Ticker ticker) {}
