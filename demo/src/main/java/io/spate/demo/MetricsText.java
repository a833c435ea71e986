package io.spate.demo;

import io.spate.demo.web.Reply;
import io.spate.demo.web.Route;
import io.spate.demo.web.RouteStats;
import java.util.List;
import java.util.function.Supplier;

/** The shop's metrics in the Prometheus text format 0.0.4. */
final class MetricsText {
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<List<Route>> routes;
    private final Station station;
    private final TaskQueue tasks;
    private final LoopHealth loop;

    MetricsText(Supplier<List<Route>> routes, Station station, TaskQueue tasks, LoopHealth loop) {
        this.routes = routes;
        this.station = station;
        this.tasks = tasks;
        this.loop = loop;
    }

    Reply reply() {
        StringBuilder out = new StringBuilder(8_192);
        requests(out);
        durations(out);
        gauge(out, "http_requests_in_flight", "Requests in service.", station.inService());
        gauge(out, "http_requests_waiting", "Requests waiting for capacity.", station.waiting());
        counter(
                out,
                "http_requests_turned_away_total",
                "Requests answered 503 because too many were waiting.",
                station.turnedAway());
        gauge(out, "http_connections_open", "Open connections.", loop.connections());
        gauge(out, "event_loop_lag_seconds", "Lateness of the last timer.", loop.lagSeconds());
        gauge(out, "task_queue_depth", "Tasks waiting or in work.", tasks.depth());
        counter(out, "task_queue_enqueued_total", "Tasks accepted.", tasks.enqueued());
        counter(out, "task_queue_processed_total", "Tasks finished.", tasks.processed());
        counter(out, "task_queue_refused_total", "Tasks refused, queue full.", tasks.refused());
        process(out);
        return Reply.text(CONTENT_TYPE, out.toString());
    }

    private void requests(StringBuilder out) {
        head(out, "http_requests_total", "counter", "Requests answered.");
        for (Route route : routes.get()) {
            route.stats()
                    .forEachStatus(
                            (status, count) ->
                                    out.append("http_requests_total{")
                                            .append(labels(route))
                                            .append(",status=\"")
                                            .append(status.code())
                                            .append("\"} ")
                                            .append(count)
                                            .append('\n'));
        }
    }

    private void durations(StringBuilder out) {
        String name = "http_request_duration_seconds";
        head(out, name, "histogram", "Request latency: from the last byte in to the reply.");
        for (Route route : routes.get()) {
            RouteStats stats = route.stats();
            long count = stats.count();
            if (count == 0) {
                continue;
            }
            String labels = labels(route);
            stats.forEachBucket(
                    (bound, cumulative) ->
                            out.append(name)
                                    .append("_bucket{")
                                    .append(labels)
                                    .append(",le=\"")
                                    .append(Double.isInfinite(bound) ? "+Inf" : bound)
                                    .append("\"} ")
                                    .append(cumulative)
                                    .append('\n'));
            sample(out, name + "_sum{" + labels + "}", stats.sumSeconds());
            sample(out, name + "_count{" + labels + "}", count);
        }
    }

    private static void process(StringBuilder out) {
        ProcessUsage usage = ProcessUsage.read();
        counter(out, "process_cpu_seconds_total", "Processor time.", usage.cpuSeconds());
        gauge(out, "process_resident_memory_bytes", "Memory held.", usage.residentBytes());
        gauge(out, "jvm_memory_heap_used_bytes", "Java heap in use.", usage.heapBytes());
    }

    private static String labels(Route route) {
        return "method=\"" + route.method() + "\",path=\"" + route.template() + "\"";
    }

    private static void gauge(StringBuilder out, String name, String help, Number value) {
        head(out, name, "gauge", help);
        sample(out, name, value);
    }

    private static void counter(StringBuilder out, String name, String help, Number value) {
        head(out, name, "counter", help);
        sample(out, name, value);
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void sample(StringBuilder out, String name, Number value) {
        out.append(name).append(' ').append(value).append('\n');
    }
}
