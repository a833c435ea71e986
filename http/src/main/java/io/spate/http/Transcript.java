package io.spate.http;

import io.spate.http.ExchangeObserver.Exchanged;
import io.spate.http.ExchangeObserver.Field;
import io.spate.http.ExchangeObserver.Message;
import io.spate.http.body.RequestContent;
import io.spate.http.body.StreamedBody;
import io.spate.http.channel.RequestBytes;
import io.spate.http.content.ContentDecoder;
import io.spate.http.wire.Reception;
import io.spate.http.wire.ResponseHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes texts of what was sent and received, for people. */
final class Transcript {
    /** How much of a body is shown of a request that is kept. */
    private static final int KEPT_BODY_CHARS_MAX = 4 << 10;

    /** How much of a body is looked at for that: users wait meanwhile. */
    private static final int KEPT_BYTES_MAX = 16 << 10;

    private static final int KEPT_HEADER_CHARS_MAX = 300;
    private static final int KEPT_HEADERS_MAX = 40;

    private Transcript() {}

    /** Everything about an exchange. */
    static Exchanged of(Outgoing request, int hop, HttpResponse response, Reception reception) {
        ResponseHead head = reception.head();
        return new Exchanged(
                request.series().name(),
                request.url().server() + request.url().target(),
                hop,
                sent(request, head, Integer.MAX_VALUE),
                head == null
                        ? Optional.empty()
                        : Optional.of(received(head, reception, Integer.MAX_VALUE)),
                response.timings(),
                response.ok(),
                response.errorKind(),
                response.error());
    }

    /** What was sent, without secrets; body and headers are cut where they are long. */
    static String sent(Outgoing request, Reception reception) {
        return shortened(sent(request, reception.head(), KEPT_BYTES_MAX).masked());
    }

    /** What was received, in the same way; empty where nothing was. */
    static String received(Reception reception) {
        ResponseHead head = reception.head();
        if (head != null) {
            return shortened(received(head, reception, KEPT_BYTES_MAX).masked());
        }
        String garbage = printable(reception.unread());
        return garbage.isEmpty() ? "" : "received: " + garbage + "\n";
    }

    private static String shortened(Message message) {
        var out = new StringBuilder();
        append(message, out);
        String body = message.body();
        boolean cut = body.length() > KEPT_BODY_CHARS_MAX;
        String shown = cut ? body.substring(0, KEPT_BODY_CHARS_MAX) + "..." : body;
        return out.append(shown.isEmpty() ? "" : "\n" + shown + "\n").toString();
    }

    private static void append(Message message, StringBuilder out) {
        out.append(cut(message.startLine())).append('\n');
        List<Field> fields = message.fields();
        for (Field field : fields.subList(0, Math.min(fields.size(), KEPT_HEADERS_MAX))) {
            out.append(field.name()).append(": ").append(cut(field.value())).append('\n');
        }
        if (fields.size() > KEPT_HEADERS_MAX) {
            out.append("(").append(fields.size() - KEPT_HEADERS_MAX).append(" more headers)\n");
        }
    }

    private static String cut(String text) {
        return text.length() <= KEPT_HEADER_CHARS_MAX
                ? text
                : text.substring(0, KEPT_HEADER_CHARS_MAX) + "...";
    }

    /** What was sent; as a text of HTTP/1.1, whatever came over the network. */
    private static Message sent(Outgoing request, @Nullable ResponseHead head, int bytesMax) {
        RequestBytes bytes = request.bytes();
        String text = new String(bytes.bytes(), 0, bytes.headLength(), StandardCharsets.UTF_8);
        if (head != null && head.protocol().equals(ResponseHead.HTTP_2)) {
            text = text.replaceFirst(" HTTP/1\\.1\r\n", " " + ResponseHead.HTTP_2 + "\r\n");
        }
        int end = text.indexOf("\r\n\r\n");
        RequestContent content = request.content();
        StreamedBody stream = content.stream();
        long count = stream == null ? content.bytes().length : Math.max(0, stream.lengthBytes());
        String body =
                stream != null || content.compressed()
                        ? notShown(count)
                        : shown(text(content.bytes(), bytesMax), count);
        return message(text.substring(0, end), body, count);
    }

    private static Message received(ResponseHead head, Reception reception, int bytesMax) {
        byte[] kept = reception.partOfBody();
        long bytes = reception.bodyBytes();
        String body = kept.length == 0 ? notShown(bytes) : shown(text(head, kept, bytesMax), bytes);
        return message(head.text(), body, bytes);
    }

    /** The beginning of bytes as a text; a letter that is cut in two is left out. */
    private static String text(byte[] bytes, int max) {
        int end = Math.min(bytes.length, max);
        while (end < bytes.length && end > 0 && (bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static String text(ResponseHead head, byte[] kept, int bytesMax) {
        String coding = head.header("Content-Encoding").orElse("");
        if (kept.length > bytesMax && coding.isEmpty()) {
            return text(kept, bytesMax);
        }
        if (kept.length > bytesMax) {
            return "\0"; // too much to be decoded while users wait
        }
        try {
            byte[] decoded = ContentDecoder.decode(kept, coding, Math.max(1 << 20, kept.length));
            String type = head.header("Content-Type").orElse("");
            return new String(decoded, ContentDecoder.charset(type));
        } catch (IOException e) {
            return "\0"; // cut off, or of a coding that is not known: not to be shown
        }
    }

    private static Message message(String head, String body, long bytes) {
        String[] lines = head.strip().split("\r?\n(?![ \t])", -1);
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                String value = lines[i].substring(colon + 1).strip();
                fields.add(new Field(lines[i].substring(0, colon), value));
            }
        }
        return new Message(lines[0], fields, body, bytes);
    }

    private static String shown(String text, long bytes) {
        boolean isText = text.indexOf('\0') < 0 && text.indexOf('\ufffd') < 0;
        return isText ? text : notShown(bytes);
    }

    private static String notShown(long bytes) {
        return bytes == 0 ? "" : "(" + bytes + " bytes)";
    }

    private static String printable(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replaceAll("[^\\x20-\\x7e]", ".");
    }
}
