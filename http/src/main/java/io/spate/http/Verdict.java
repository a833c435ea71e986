package io.spate.http;

import io.spate.http.wire.Failure;

/**
 * What a request counts as, where that does not follow from its status alone.
 *
 * @param ok whether it counts as a success
 * @param kind why not, for the tag {@code error_kind}; empty for a success
 * @param text why not, for people
 * @param code k6's number of the failure; 0 where no exchange failed
 */
record Verdict(boolean ok, String kind, String text, int code) {
    static final String STATUS = "status";
    static final String CHECK = "check";

    /** A success, whatever the status. */
    static final Verdict SUCCESS = new Verdict(true, "", "");

    private static final int TEXT_CHARS_MAX = 200;

    Verdict(boolean ok, String kind, String text) {
        this(ok, kind, text, 0);
    }

    static Verdict failed(String kind, String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return new Verdict(
                false,
                kind,
                line.length() <= TEXT_CHARS_MAX ? line : line.substring(0, TEXT_CHARS_MAX));
    }

    static Verdict failed(Failure failure, String text) {
        return new Verdict(false, failure.kind(), text, failure.code());
    }
}
