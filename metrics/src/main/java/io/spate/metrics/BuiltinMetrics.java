package io.spate.metrics;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The metrics every run has. Names and meanings are k6's; those it lacks say so. */
public final class BuiltinMetrics {
    /** Virtual users that are running now. */
    public static final Metric VUS = Metric.gauge("vus");

    /** Virtual users of a scenario that are running now, by the tag {@code scenario}. Not in k6. */
    public static final Metric SCENARIO_VUS = Metric.gauge("scenario_vus");

    /**
     * Time that the virtual users of a scenario were running, summed over them, by the tag {@code
     * scenario}. Worked out from {@link #SCENARIO_VUS}; in totals only. Not in k6.
     */
    public static final Metric USER_TIME =
            new Metric("user_time", Metric.Type.COUNTER, Metric.Contains.TIME);

    /** The most virtual users that were running at once. */
    public static final Metric VUS_MAX = Metric.gauge("vus_max");

    /** 1 while the run is paused, 0 once it goes on again. Not in k6. */
    public static final Metric PAUSED = Metric.gauge("paused");

    /** Series that were folded into others because there were too many. Not in k6. */
    public static final Metric FOLDED_SERIES = Metric.gauge("folded_series");

    /** Iterations completed. */
    public static final Metric ITERATIONS = Metric.counter("iterations");

    /** Time of one iteration, from its start to its end. */
    public static final Metric ITERATION_DURATION = Metric.time("iteration_duration");

    /** Iterations that were due and not started, for want of a free virtual user. */
    public static final Metric DROPPED_ITERATIONS = Metric.counter("dropped_iterations");

    /** How late iterations of an open workload started, from due to start. Not in k6. */
    public static final Metric ITERATION_LATENESS = Metric.time("iteration_lateness");

    /** Iterations cut off at the end of the graceful stop. Not in k6. */
    public static final Metric INTERRUPTED_ITERATIONS = Metric.counter("interrupted_iterations");

    /** Iterations that ended in an error of the script. Not in k6. */
    public static final Metric FAILED_ITERATIONS = Metric.counter("failed_iterations");

    /** That a scenario ended for want of data; the tag {@code data} says which. Not in k6. */
    public static final Metric DATA_EXHAUSTED = Metric.counter("data_exhausted");

    /** Time of a group of a script's steps, by the tag {@code group}. */
    public static final Metric GROUP_DURATION = Metric.time("group_duration");

    /** Share of checks that passed; the tag {@code check} holds the check's name. */
    public static final Metric CHECKS = Metric.rate("checks");

    /** Requests made, whatever came of them. */
    public static final Metric HTTP_REQS = Metric.counter("http_reqs");

    /** Share of requests that failed: no response, or a status not expected. */
    public static final Metric HTTP_REQ_FAILED = Metric.rate("http_req_failed");

    /** Service time: sending + waiting + receiving. */
    public static final Metric HTTP_REQ_DURATION = Metric.time("http_req_duration");

    /** Response time: from when the request was due to its last byte. Not in k6. */
    public static final Metric HTTP_REQ_RESPONSE_TIME = Metric.time("http_req_response_time");

    /** Time before the request could start: waiting for a connection and name resolution. */
    public static final Metric HTTP_REQ_BLOCKED = Metric.time("http_req_blocked");

    /** Time to establish the TCP connection; 0 on a reused one. */
    public static final Metric HTTP_REQ_CONNECTING = Metric.time("http_req_connecting");

    /** Time of the TLS handshake; 0 on a reused connection. */
    public static final Metric HTTP_REQ_TLS_HANDSHAKING = Metric.time("http_req_tls_handshaking");

    /** Time to write the request. */
    public static final Metric HTTP_REQ_SENDING = Metric.time("http_req_sending");

    /** Time from the request's last byte sent to the response's first byte received. */
    public static final Metric HTTP_REQ_WAITING = Metric.time("http_req_waiting");

    /** Time from the response's first byte to its last. */
    public static final Metric HTTP_REQ_RECEIVING = Metric.time("http_req_receiving");

    /** Bytes sent, with headers and TLS framing left out. */
    public static final Metric DATA_SENT = Metric.bytes("data_sent");

    /** Bytes received, with TLS framing left out. */
    public static final Metric DATA_RECEIVED = Metric.bytes("data_received");

    /** CPU time of the event loops, as a share of the cores they may use. Not in k6. */
    public static final Metric GENERATOR_CPU = Metric.share("generator_cpu");

    /** CPU time of one event loop, as a share of a core, by the tag {@code loop}. Not in k6. */
    public static final Metric GENERATOR_LOOP_CPU = Metric.share("generator_loop_cpu");

    /**
     * Share of the time in which an event loop had something to do and no core to do it on, by the
     * tag {@code loop}. Not in k6.
     */
    public static final Metric GENERATOR_LOOP_WAIT = Metric.share("generator_loop_wait");

    /** How long what was due on an event loop waited for it, by the tag {@code loop}. Not in k6. */
    public static final Metric GENERATOR_LOOP_LAG = Metric.time("generator_loop_lag");

    /** CPU time of the whole process, as a share of the cores it may use. Not in k6. */
    public static final Metric GENERATOR_PROCESS_CPU = Metric.share("generator_process_cpu");

    /** Share of the periods in which the process had used up its quota of CPU. Not in k6. */
    public static final Metric GENERATOR_THROTTLED = Metric.share("generator_throttled");

    /** Pauses of the garbage collector. Not in k6. */
    public static final Metric GENERATOR_GC_PAUSE = Metric.time("generator_gc_pause");

    /**
     * Times in which the whole process stood still for another reason than garbage collection; 10
     * ms or more. Not in k6.
     */
    public static final Metric GENERATOR_STALL = Metric.time("generator_stall");

    /** Memory of the process that is resident, in bytes. Not in k6. */
    public static final Metric GENERATOR_MEMORY = Metric.memory("generator_memory");

    /** Open files of the process; a connection is one. Not in k6. */
    public static final Metric GENERATOR_OPEN_FILES = Metric.gauge("generator_open_files");

    /** Local TCP ports in use at most, those in TIME_WAIT included. Not in k6. */
    public static final Metric GENERATOR_PORTS = Metric.gauge("generator_ports");

    /** Busy share of all cores of the machine. Not in k6. */
    public static final Metric MACHINE_CPU = Metric.share("machine_cpu");

    /** Share of all cores that the hypervisor gave to others. Not in k6. */
    public static final Metric MACHINE_STEAL = Metric.share("machine_steal");

    /** TCP segments that the machine sent. Not in k6. */
    public static final Metric TCP_SEGMENTS = Metric.counter("tcp_segments");

    /** TCP segments that the machine sent again. Not in k6. */
    public static final Metric TCP_RETRANSMITS = Metric.counter("tcp_retransmits");

    /** Connections to servers on this machine that found the accept queue full. Not in k6. */
    public static final Metric TCP_LISTEN_OVERFLOWS = Metric.counter("tcp_listen_overflows");

    /** All of them, in the order above. */
    public static final List<Metric> ALL =
            List.of(
                    VUS,
                    SCENARIO_VUS,
                    USER_TIME,
                    VUS_MAX,
                    PAUSED,
                    FOLDED_SERIES,
                    ITERATIONS,
                    ITERATION_DURATION,
                    DROPPED_ITERATIONS,
                    ITERATION_LATENESS,
                    INTERRUPTED_ITERATIONS,
                    FAILED_ITERATIONS,
                    DATA_EXHAUSTED,
                    GROUP_DURATION,
                    CHECKS,
                    HTTP_REQS,
                    HTTP_REQ_FAILED,
                    HTTP_REQ_DURATION,
                    HTTP_REQ_RESPONSE_TIME,
                    HTTP_REQ_BLOCKED,
                    HTTP_REQ_CONNECTING,
                    HTTP_REQ_TLS_HANDSHAKING,
                    HTTP_REQ_SENDING,
                    HTTP_REQ_WAITING,
                    HTTP_REQ_RECEIVING,
                    DATA_SENT,
                    DATA_RECEIVED,
                    GENERATOR_CPU,
                    GENERATOR_LOOP_CPU,
                    GENERATOR_LOOP_WAIT,
                    GENERATOR_LOOP_LAG,
                    GENERATOR_PROCESS_CPU,
                    GENERATOR_THROTTLED,
                    GENERATOR_GC_PAUSE,
                    GENERATOR_STALL,
                    GENERATOR_MEMORY,
                    GENERATOR_OPEN_FILES,
                    GENERATOR_PORTS,
                    MACHINE_CPU,
                    MACHINE_STEAL,
                    TCP_SEGMENTS,
                    TCP_RETRANSMITS,
                    TCP_LISTEN_OVERFLOWS);

    /** The times of a request's parts, in the order in which they pass. */
    public static final List<Metric> REQUEST_PARTS =
            List.of(
                    HTTP_REQ_BLOCKED,
                    HTTP_REQ_CONNECTING,
                    HTTP_REQ_TLS_HANDSHAKING,
                    HTTP_REQ_SENDING,
                    HTTP_REQ_WAITING,
                    HTTP_REQ_RECEIVING);

    /** Those that k6 has, too; k6 knows none of the others. */
    public static final Set<Metric> OF_K6 =
            Set.of(
                    VUS,
                    VUS_MAX,
                    ITERATIONS,
                    ITERATION_DURATION,
                    DROPPED_ITERATIONS,
                    GROUP_DURATION,
                    CHECKS,
                    HTTP_REQS,
                    HTTP_REQ_FAILED,
                    HTTP_REQ_DURATION,
                    HTTP_REQ_BLOCKED,
                    HTTP_REQ_CONNECTING,
                    HTTP_REQ_TLS_HANDSHAKING,
                    HTTP_REQ_SENDING,
                    HTTP_REQ_WAITING,
                    HTTP_REQ_RECEIVING,
                    DATA_SENT,
                    DATA_RECEIVED);

    private BuiltinMetrics() {}

    /** The metric of a name. */
    public static Optional<Metric> find(String name) {
        return ALL.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
