package io.spate.locust.host;

import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Value;

/** Bytes of Python. */
final class Bytes {
    private Bytes() {}

    /** A text in UTF-8, or bytes as they are. */
    static byte[] of(Value value) {
        if (value.isString()) {
            return value.asString().getBytes(StandardCharsets.UTF_8);
        }
        if (value.hasBufferElements()) {
            var bytes = new byte[(int) value.getBufferSize()];
            value.readBuffer(0, bytes, 0, bytes.length);
            return bytes;
        }
        if (value.hasArrayElements()) {
            var bytes = new byte[(int) value.getArraySize()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) value.getArrayElement(i).asInt();
            }
            return bytes;
        }
        throw new IllegalArgumentException("a body is a text or bytes, not " + value);
    }
}
