package io.spate.http.h2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.spate.http.wire.ByteWriter;

/** What a server sends, frame by frame. */
final class ServerFrames {
    private final ByteWriter out = new ByteWriter();

    /** Starts with settings, as a server must. */
    static ServerFrames start() {
        return new ServerFrames().frame(Frame.SETTINGS, 0, 0, "");
    }

    static ServerFrames none() {
        return new ServerFrames();
    }

    ServerFrames frame(int type, int flags, int stream, String payload) {
        Frame.putHeader(out, payload.length(), type, flags, stream);
        out.put(payload.getBytes(ISO_8859_1));
        return this;
    }

    ServerFrames setting(int id, int value) {
        Frame.putHeader(out, 6, Frame.SETTINGS, 0, 0);
        Frame.putSetting(out, id, value);
        return this;
    }

    ServerFrames head(int stream, boolean ends, String... fields) {
        int flags = Frame.END_HEADERS | (ends ? Frame.END_STREAM : 0);
        return frame(Frame.HEADERS, flags, stream, block(fields));
    }

    ServerFrames data(int stream, boolean ends, String text) {
        return frame(Frame.DATA, ends ? Frame.END_STREAM : 0, stream, text);
    }

    /** A whole response. */
    ServerFrames ok(int stream, String body) {
        return head(stream, false, ":status", "200").data(stream, true, body);
    }

    ServerFrames reset(int stream, ErrorCode code) {
        Frame.putReset(out, stream, code);
        return this;
    }

    ServerFrames goAway(int last, ErrorCode code) {
        Frame.putHeader(out, 8, Frame.GOAWAY, 0, 0);
        Frame.putInt(out, last);
        Frame.putInt(out, code.number());
        return this;
    }

    ServerFrames windowUpdate(int stream, int bytes) {
        Frame.putWindowUpdate(out, stream, bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** Names and values by turns, as literals that are not indexed. */
    static String block(String... fields) {
        var block = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            block.append('\0');
            block.append((char) fields[i].length()).append(fields[i]);
            block.append((char) fields[i + 1].length()).append(fields[i + 1]);
        }
        return block.toString();
    }
}
