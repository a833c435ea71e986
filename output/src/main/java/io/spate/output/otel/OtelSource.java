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
record OtelSource(URI metrics, URI traces, String prefix, ProtoBytes resource, String version) {}
