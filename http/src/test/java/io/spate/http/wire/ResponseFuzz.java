package io.spate.http.wire;

import java.util.Arrays;

/**
 * What Jazzer calls with each of its inputs, in a process of its own: the first two bytes say where
 * the response behind them is cut.
 */
public final class ResponseFuzz {
    private static final int CUTS = 2;

    private ResponseFuzz() {}

    /** Fails where reading throws, or where it depends on how the bytes arrive. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < CUTS) {
            return;
        }
        byte[] response = Arrays.copyOfRange(input, CUTS, input.length);
        int first = Math.min(input[0] & 0xff, response.length);
        int second = Math.min(first + (input[1] & 0xff), response.length);
        Reading whole = Reading.whole(response);
        Reading cut = Reading.cut(response, first, second);
        if (!cut.equals(whole)) {
            throw new IllegalStateException(
                    "cut at " + first + " and " + second + ": " + cut + " in place of " + whole);
        }
        if (whole.body().length() > response.length) {
            throw new IllegalStateException("a body larger than what was sent: " + whole);
        }
    }
}
