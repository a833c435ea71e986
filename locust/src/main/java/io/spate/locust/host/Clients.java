package io.spate.locust.host;

import io.spate.http.HttpClients;
import io.spate.http.HttpOptions;
import io.spate.metrics.Recorder;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;
import java.util.HashMap;
import java.util.Map;

/** What makes clients on a loop, for each way that sessions want their connections. */
final class Clients {
    private static final int WAYS_MAX = 1_000;

    private final EventLoop loop;
    private final Recorder recorder;
    private final Tags tags;
    private final HttpOptions checked;
    private final HttpOptions unchecked;
    private final Map<Way, Pair> pairs = new HashMap<>();

    Clients(
            EventLoop loop,
            Recorder recorder,
            Tags tags,
            HttpOptions checked,
            HttpOptions unchecked) {
        this.loop = loop;
        this.recorder = recorder;
        this.tags = tags;
        this.checked = checked;
        this.unchecked = unchecked;
    }

    /**
     * What makes clients.
     *
     * @param checked those that check certificates
     * @param unchecked those that do not
     */
    record Pair(HttpClients checked, HttpClients unchecked) {}

    /**
     * Those of a way.
     *
     * @throws IllegalArgumentException where it is none
     */
    Pair of(Way way) {
        var known = pairs.get(way);
        if (known != null) {
            return known;
        }
        if (pairs.size() >= WAYS_MAX) {
            throw new IllegalArgumentException(
                    "more than %,d different proxies and certificates".formatted(WAYS_MAX));
        }
        var connector =
                way.equals(Way.OWN)
                        ? loop.connector()
                        : loop.connector().other(way.tls(), way.route());
        var made =
                new Pair(
                        new HttpClients(loop, connector, recorder, tags, checked).uncounted(),
                        new HttpClients(loop, connector, recorder, tags, unchecked).uncounted());
        pairs.put(way, made);
        return made;
    }
}
