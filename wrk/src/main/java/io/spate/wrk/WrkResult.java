package io.spate.wrk;

import io.spate.wrk.stats.Values;

/**
 * What a test came to.
 *
 * @param runtimeMicros how long it took
 * @param requests how many got their whole response
 * @param bytes received, heads and bodies
 * @param latency in microseconds: with wrk from when a request was sent, corrected as wrk does;
 *     with wrk2 from when it was due
 * @param rates requests per second of each thread in each tenth of a second
 * @param uncorrected wrk2's latency from when requests were sent
 */
public record WrkResult(
        WrkOptions options,
        long runtimeMicros,
        long requests,
        long bytes,
        Errors errors,
        Values latency,
        Values rates,
        Values uncorrected) {}
