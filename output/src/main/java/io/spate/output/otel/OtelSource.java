package io.spate.output.otel;

import io.spate.output.encoding.ProtoBytes;
import java.net.URI;

/**
 * Who sends, where to, and under which names.
 *
 * @param metrics where metrics go
 * @param traces where spans go
 * @param prefix of the names of metrics
 * @param resource the attributes of all that is sent, encoded
 * @param version of Spate
 */
record OtelSource(URI metrics, URI traces, String prefix, ProtoBytes resource, String version) {
    /** A message that metrics or spans are to be added to, in our scope. */
    ProtoBytes scoped() {
        var scoped = new ProtoBytes();
        scoped.message(1, OtelResource.scope(version));
        return scoped;
    }

    /** What {@link #scoped} has become, on its way. */
    OtelRequest request(URI to, ProtoBytes scoped) {
        var all = new ProtoBytes();
        all.message(1, resource);
        all.message(2, scoped);
        var request = new ProtoBytes();
        request.message(1, all);
        return new OtelRequest(to, request);
    }
}
