package io.spate.http.wire;

/**
 * Takes the body of one response piece by piece, so that it need not be held as a whole. What it
 * throws ends the exchange and reaches the script.
 */
@FunctionalInterface
public interface BodySink {
    /** Drops everything. */
    BodySink DROP = (_, _, _) -> {};

    /** Takes the next bytes; the array is the caller's and changes afterwards. */
    void take(byte[] bytes, int offset, int length);

    /** Told once, when the whole body has been taken or its exchange has failed. */
    default void end() {}
}
