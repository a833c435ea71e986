package io.spate.http.login;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who logs in.
 *
 * @param password not to be shown
 */
public record Credentials(String user, String password) {

    /** As a URL has them: {@code user:password}, with escapes; either may be missing. */
    public static Credentials ofUrl(String userInfo) {
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new Credentials(decoded(userInfo), "")
                : new Credentials(
                        decoded(userInfo.substring(0, colon)),
                        decoded(userInfo.substring(colon + 1)));
    }

    /** What is no escape stays as it is. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var written = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(written.length);
        for (int i = 0; i < written.length; i++) {
            int high = i + 2 < written.length ? Character.digit(written[i + 1], 16) : -1;
            int low = i + 2 < written.length ? Character.digit(written[i + 2], 16) : -1;
            boolean escape = written[i] == '%' && high >= 0 && low >= 0;
            bytes.write(escape ? high << 4 | low : written[i]);
            i += escape ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The value of the header that says so by HTTP's basic scheme (RFC 7617). */
    public String basic() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials[user=%s]".formatted(user);
    }
}
