package io.spate.locust.host;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** URLs as Python's clients take them: with spaces and other characters, whole or as a path. */
final class Urls {
    private static final String KEPT = "-._~!#$%&'()*+,/:;=?@[]";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Urls() {}

    /** A URL from its base on, in characters that a request may have. */
    static String whole(String base, String url) {
        var joined = base.isEmpty() || isWhole(url) ? url : base + url;
        for (int i = 0; i < joined.length(); i++) {
            if (joined.charAt(i) <= ' ' || joined.charAt(i) >= 0x7f) {
                return quoted(joined);
            }
        }
        return joined;
    }

    private static boolean isWhole(String url) {
        return url.regionMatches(true, 0, "http://", 0, 7)
                || url.regionMatches(true, 0, "https://", 0, 8);
    }

    private static String quoted(String url) {
        var all = new StringBuilder(url.length() + 16);
        for (byte each : url.getBytes(StandardCharsets.UTF_8)) {
            if (isKept(each)) {
                all.append((char) each);
            } else {
                HEX.toHexDigits(all.append('%'), each);
            }
        }
        return all.toString();
    }

    private static boolean isKept(byte each) {
        return each > 0 && (Character.isLetterOrDigit((char) each) || KEPT.indexOf(each) >= 0);
    }

    /** In a URL of Python braces are braces. */
    static String literal(String url) {
        return url.indexOf('{') < 0 ? url : url.replace("{", "%7B").replace("}", "%7D");
    }

    /** Path and query of a URL. */
    static String path(String url) {
        int host = url.indexOf("://");
        int start = host < 0 ? 0 : host + 3;
        int end = url.indexOf('#', start);
        end = end < 0 ? url.length() : end;
        for (int at = start; at < end; at++) {
            if (url.charAt(at) == '/') {
                return url.substring(at, end);
            }
            if (url.charAt(at) == '?') {
                return "/" + url.substring(at, end);
            }
        }
        return "/";
    }
}
