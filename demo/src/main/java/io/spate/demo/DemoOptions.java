package io.spate.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * How a demo shop behaves. Immutable; the constructor throws {@link InvalidDemoOptionsException}
 * naming every mistake.
 *
 * @param host address to listen on, such as {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port TCP port, 0 to 65535; 0 takes any free one
 * @param nodeId what {@code /api/health/worker} answers, 1 to 100 characters
 * @param latency how long a request is in service
 * @param errorRate share of requests answered with status 500, 0 to 1
 * @param capacity requests in service at once, others wait their turn, 0 to 1,000,000; 0 is
 *     unlimited
 * @param queueRate background tasks processed in a second, above 0, up to 1,000,000
 * @param seed where the sequences of delays and errors start; the same seed, the same sequences. It
 *     is also the key of the login tokens, so shops of one seed accept each other's
 */
public record DemoOptions(
        String host,
        int port,
        String nodeId,
        Latency latency,
        double errorRate,
        int capacity,
        double queueRate,
        long seed) {

    private static final int CAPACITY_MAX = 1_000_000;
    private static final double QUEUE_RATE_MAX = 1_000_000;
    private static final int NODE_ID_LENGTH_MAX = 100;

    /** Checks every value. */
    public DemoOptions {
        List<String> problems = new ArrayList<>();
        if (host.isBlank()) {
            problems.add("host is empty; give an address such as 127.0.0.1");
        }
        if (port < 0 || port > 65_535) {
            problems.add("port " + port + " is not between 0 (any free port) and 65535");
        }
        if (nodeId.isBlank() || nodeId.length() > NODE_ID_LENGTH_MAX) {
            problems.add("node id has to have 1 to " + NODE_ID_LENGTH_MAX + " characters");
        }
        if (!(errorRate >= 0 && errorRate <= 1)) {
            problems.add("error rate " + errorRate + " is not between 0 and 1 (0.01 is 1 %)");
        }
        if (capacity < 0 || capacity > CAPACITY_MAX) {
            problems.add(
                    "capacity " + capacity + " is not between 0 (unlimited) and " + CAPACITY_MAX);
        }
        if (!(queueRate > 0 && queueRate <= QUEUE_RATE_MAX)) {
            problems.add(
                    "queue rate "
                            + queueRate
                            + " is not above 0 and up to "
                            + (int) QUEUE_RATE_MAX
                            + " tasks/s");
        }
        if (!problems.isEmpty()) {
            throw new InvalidDemoOptionsException(problems);
        }
    }

    /**
     * Any free port of 127.0.0.1, log-normal latency with a median of 10 ms, no errors, unlimited
     * capacity, 200 tasks/s.
     */
    public static DemoOptions defaults() {
        return new DemoOptions(
                "127.0.0.1", 0, "node-1", Latency.parse("lognormal:10ms,0.5"), 0, 0, 200, 1);
    }

    /** These options with another host. */
    public DemoOptions withHost(String value) {
        return new DemoOptions(value, port, nodeId, latency, errorRate, capacity, queueRate, seed);
    }

    /** These options with another port. */
    public DemoOptions withPort(int value) {
        return new DemoOptions(host, value, nodeId, latency, errorRate, capacity, queueRate, seed);
    }

    /** These options with another node id. */
    public DemoOptions withNodeId(String value) {
        return new DemoOptions(host, port, value, latency, errorRate, capacity, queueRate, seed);
    }

    /** These options with another latency. */
    public DemoOptions withLatency(Latency value) {
        return new DemoOptions(host, port, nodeId, value, errorRate, capacity, queueRate, seed);
    }

    /** These options with another error rate. */
    public DemoOptions withErrorRate(double value) {
        return new DemoOptions(host, port, nodeId, latency, value, capacity, queueRate, seed);
    }

    /** These options with another capacity. */
    public DemoOptions withCapacity(int value) {
        return new DemoOptions(host, port, nodeId, latency, errorRate, value, queueRate, seed);
    }

    /** These options with another queue rate. */
    public DemoOptions withQueueRate(double value) {
        return new DemoOptions(host, port, nodeId, latency, errorRate, capacity, value, seed);
    }

    /** These options with another seed. */
    public DemoOptions withSeed(long value) {
        return new DemoOptions(host, port, nodeId, latency, errorRate, capacity, queueRate, value);
    }
}
