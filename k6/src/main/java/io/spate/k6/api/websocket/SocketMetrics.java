package io.spate.k6.api.websocket;

import io.spate.k6.vu.MetricRegistry;
import io.spate.metrics.Metric;
import io.spate.script.share.TagScope;

/** The metrics of sockets, with k6's names, by their numbers among those that a script adds. */
record SocketMetrics(
        int connecting, int sessions, int sessionDuration, int sent, int received, int ping) {

    static SocketMetrics declaredIn(MetricRegistry registry) {
        return new SocketMetrics(
                registry.declare(Metric.time("ws_connecting")),
                registry.declare(Metric.counter("ws_sessions")),
                registry.declare(Metric.time("ws_session_duration")),
                registry.declare(Metric.counter("ws_msgs_sent")),
                registry.declare(Metric.counter("ws_msgs_received")),
                registry.declare(Metric.time("ws_ping")));
    }

    void connected(TagScope scope, long nanos) {
        scope.record(connecting, nanos);
        scope.record(sessions, 1);
    }
}
