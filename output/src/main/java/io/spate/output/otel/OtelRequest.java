package io.spate.output.otel;

import io.spate.output.encoding.ProtoBytes;
import java.net.URI;

/**
 * A message on its way to a receiver.
 *
 * @param to where it goes
 * @param body as it is encoded
 */
record OtelRequest(URI to, ProtoBytes body) {}
