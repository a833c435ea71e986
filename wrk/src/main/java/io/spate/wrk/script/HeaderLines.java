package io.spate.wrk.script;

import io.spate.wrk.lua.LuaState;

/** The headers of a response, taken out of its head as bytes. */
final class HeaderLines {
    private HeaderLines() {}

    /** Puts names and values into the table on top of the stack; of equal names the last one. */
    static void push(byte[] head, LuaState lua) {
        int at = end(head, 0);
        while (at < head.length) {
            int end = end(head, at);
            int colon = at;
            while (colon < end && head[colon] != ':') {
                colon++;
            }
            if (colon < end) {
                lua.push(head, at, colon - at);
                int from = skipBlanks(head, colon + 1, end);
                lua.push(head, from, trimmed(head, from, end) - from);
                lua.put(-3);
            }
            at = end;
        }
    }

    /** Where the next line starts. */
    private static int end(byte[] head, int from) {
        int at = from;
        while (at < head.length && head[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, head.length);
    }

    private static int skipBlanks(byte[] head, int from, int to) {
        int at = from;
        while (at < to && (head[at] == ' ' || head[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static int trimmed(byte[] head, int from, int to) {
        int at = to;
        while (at > from && head[at - 1] <= ' ') {
            at--;
        }
        return at;
    }
}
