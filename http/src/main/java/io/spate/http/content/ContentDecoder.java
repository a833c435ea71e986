package io.spate.http.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Turns the bytes that were sent into those, and the text, that were meant. */
public final class ContentDecoder {
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w:.+-]+)", Pattern.CASE_INSENSITIVE);

    private ContentDecoder() {}

    /**
     * Undoes a content coding.
     *
     * @param coding the value of {@code Content-Encoding}: gzip, deflate, or several, in the order
     *     they were applied
     * @param bytesMax how large the result may be
     * @throws IOException where the bytes are not so coded, the coding is not known, or the result
     *     is too large; with a message for a report
     */
    public static byte[] decode(byte[] body, String coding, long bytesMax) throws IOException {
        byte[] decoded = body;
        String[] codings = coding.toLowerCase(Locale.ROOT).split(",", 8);
        for (int i = codings.length - 1; i >= 0; i--) {
            String one = codings[i].strip();
            decoded =
                    switch (one) {
                        case "", "identity" -> decoded;
                        case "gzip", "x-gzip" ->
                                inflate(one, bytesMax, new GZIPInputStream(input(decoded)));
                        case "deflate" ->
                                inflate(
                                        one,
                                        bytesMax,
                                        new InflaterInputStream(input(decoded), inflater(decoded)));
                        default -> throw new IOException("the coding " + one + " is not known");
                    };
        }
        return decoded;
    }

    private static InputStream input(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** The standard means zlib by "deflate"; some servers send it without zlib's wrapping. */
    private static Inflater inflater(byte[] bytes) {
        boolean wrapped =
                bytes.length > 1
                        && (bytes[0] & 0xf) == 8
                        && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
        return new Inflater(!wrapped);
    }

    private static byte[] inflate(String coding, long bytesMax, InputStream coded)
            throws IOException {
        try (coded) {
            byte[] decoded = coded.readNBytes((int) Math.min(bytesMax, Integer.MAX_VALUE - 16));
            if (coded.read() >= 0) {
                throw new IOException("more than " + bytesMax + " bytes after " + coding);
            }
            return decoded;
        }
    }

    /**
     * The charset that a content type names; UTF-8 where it names none that is known.
     *
     * @param contentType the value of {@code Content-Type}; may be empty
     */
    public static Charset charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        if (matcher.find()) {
            try {
                return Charset.forName(matcher.group(1));
            } catch (IllegalArgumentException e) {
                return StandardCharsets.UTF_8;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
