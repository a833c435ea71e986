package io.spate.http;

import io.spate.http.watch.NodeNames;
import io.spate.http.watch.NodeSource;
import io.spate.http.watch.ResponseWatch;
import io.spate.http.watch.Successes;
import io.spate.http.wire.ResponseHead;
import org.jspecify.annotations.Nullable;

/** Looks at responses for what was asked for beside the usual. Belongs to one event loop. */
final class Watcher {
    private final NodeNames names = new NodeNames();
    private final @Nullable NodeSource nodes;
    private final @Nullable Successes successes;

    Watcher(ResponseWatch watch) {
        nodes = watch.nodes().orElse(null);
        successes = watch.successes().orElse(null);
    }

    /**
     * Where a request is recorded by the node that answered it.
     *
     * @param address that its connection leads to
     */
    RequestSeries answered(
            RequestSeries series, ResponseHead head, HttpResponse response, String address) {
        return switch (nodes) {
            case null -> series;
            case NodeSource.Header(String name) -> at(series, names.number(head, name));
            case NodeSource.Json(String path) ->
                    at(series, names.number(response.jsonIfPresent(path).orElse("")));
            case NodeSource.Address _ -> at(series, names.number(address));
        };
    }

    /** Where a request is recorded that a node took and did not answer, as far as one knows it. */
    RequestSeries unanswered(RequestSeries series, String address) {
        return nodes instanceof NodeSource.Address ? at(series, names.number(address)) : series;
    }

    private RequestSeries at(RequestSeries series, int node) {
        return series.ofNode(node, names);
    }

    void succeeded(long nanos) {
        if (successes != null) {
            successes.mark(nanos);
        }
    }
}
