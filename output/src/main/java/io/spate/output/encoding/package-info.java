/**
 * What several outputs encode alike: messages of Protocol Buffers, and histograms whose buckets
 * grow by a constant factor. {@link io.spate.output.encoding.ProtoBytes} belongs to one thread and
 * grows with what is put in; the others are immutable values.
 */
package io.spate.output.encoding;
