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
    private static final int SAMPLE_BODY_CHARS_MAX = 500;
    private static final int SAMPLE_HEADER_CHARS_MAX = 300;
    private static final int SAMPLE_HEADERS_MAX = 40;

    private Transcript() {}

    /** Everything about an exchange. */
    static Exchanged of(Outgoing request, int hop, HttpResponse response, Reception reception) {
        ResponseHead head = reception.head();
        return new Exchanged(
                request.series().name(),
                request.url().server() + request.url().target(),
                hop,
                sent(request, head),
                head == null ? Optional.empty() : Optional.of(received(head, reception)),
                response.timings(),
                response.ok(),
                response.errorKind(),
                response.error());
    }

    /** A short example without secrets; body and headers are cut where they are long. */
    static String sample(Outgoing request, Reception reception, String error) {
        var out = new StringBuilder();
        ResponseHead head = reception.head();
        append(sent(request, head).masked(), out);
        if (head != null) {
            Message received = received(head, reception).masked();
            append(received, out.append('\n'));
            String body = received.body();
            boolean cut = body.length() > SAMPLE_BODY_CHARS_MAX;
            String shown = cut ? body.substring(0, SAMPLE_BODY_CHARS_MAX) + "..." : body;
            out.append(shown.isEmpty() ? "" : "\n" + shown + "\n");
        }
        String garbage = head == null ? printable(reception.unread()) : "";
        out.append(garbage.isEmpty() ? "" : "\nreceived: " + garbage + "\n");
        out.append(error.isEmpty() ? "" : "\nerror: " + error + "\n");
        return out.toString();
    }

    private static void append(Message message, StringBuilder out) {
        out.append(cut(message.startLine())).append('\n');
        List<Field> fields = message.fields();
        for (Field field : fields.subList(0, Math.min(fields.size(), SAMPLE_HEADERS_MAX))) {
            out.append(field.name()).append(": ").append(cut(field.value())).append('\n');
        }
        if (fields.size() > SAMPLE_HEADERS_MAX) {
            out.append("(").append(fields.size() - SAMPLE_HEADERS_MAX).append(" more headers)\n");
        }
    }

    private static String cut(String text) {
        return text.length() <= SAMPLE_HEADER_CHARS_MAX
                ? text
                : text.substring(0, SAMPLE_HEADER_CHARS_MAX) + "...";
    }

    /** What was sent; as a text of HTTP/1.1, whatever came over the network. */
    private static Message sent(Outgoing request, @Nullable ResponseHead head) {
        RequestBytes bytes = request.bytes();
        String text = new String(bytes.bytes(), 0, bytes.length(), StandardCharsets.UTF_8);
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
                        : shown(new String(content.bytes(), StandardCharsets.UTF_8), count);
        return message(text.substring(0, end), body, count);
    }

    private static Message received(ResponseHead head, Reception reception) {
        byte[] kept = reception.partOfBody();
        long bytes = reception.bodyBytes();
        String body = kept.length == 0 ? notShown(bytes) : shown(text(head, kept), bytes);
        return message(head.text(), body, bytes);
    }

    private static String text(ResponseHead head, byte[] kept) {
        String coding = head.header("Content-Encoding").orElse("");
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
