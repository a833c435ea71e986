package io.spate.wrk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a command line of wrk asks for.
 *
 * @param url the target
 * @param connections held open, at least as many as threads
 * @param threads groups of connections with counters and a Lua state of their own, at least 1
 * @param duration at least a second
 * @param timeout from when a response counts as timed out
 * @param script a Lua file
 * @param headers as written, {@code Name: value}; others are left out, as wrk does
 * @param latency whether percentiles are printed
 * @param rate requests per second in all, which makes it wrk2; empty for as many as come
 * @param uncorrected whether wrk2 prints latencies from when requests were sent as well
 * @param wholeBatches whether wrk2 measures pipelined requests as one
 * @param arguments what the script gets, with the URL as the first
 */
public record WrkOptions(
        WrkUrl url,
        int connections,
        int threads,
        Duration duration,
        Duration timeout,
        Optional<String> script,
        List<String> headers,
        boolean latency,
        OptionalLong rate,
        boolean uncorrected,
        boolean wholeBatches,
        List<String> arguments) {

    public WrkOptions {
        headers = List.copyOf(headers);
        arguments = List.copyOf(arguments);
    }
}
