package io.spate.net.tls.engine;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a peer says before it gives up, in the words of RFC 8446, section 6.2. */
public final class Alerts {
    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(10, "unexpected_message"),
                    Map.entry(20, "bad_record_mac"),
                    Map.entry(22, "record_overflow"),
                    Map.entry(40, "handshake_failure"),
                    Map.entry(42, "bad_certificate"),
                    Map.entry(43, "unsupported_certificate"),
                    Map.entry(44, "certificate_revoked"),
                    Map.entry(45, "certificate_expired"),
                    Map.entry(46, "certificate_unknown"),
                    Map.entry(47, "illegal_parameter"),
                    Map.entry(48, "unknown_ca"),
                    Map.entry(49, "access_denied"),
                    Map.entry(50, "decode_error"),
                    Map.entry(51, "decrypt_error"),
                    Map.entry(70, "protocol_version"),
                    Map.entry(71, "insufficient_security"),
                    Map.entry(80, "internal_error"),
                    Map.entry(86, "inappropriate_fallback"),
                    Map.entry(90, "user_canceled"),
                    Map.entry(109, "missing_extension"),
                    Map.entry(110, "unsupported_extension"),
                    Map.entry(112, "unrecognized_name"),
                    Map.entry(113, "bad_certificate_status_response"),
                    Map.entry(115, "unknown_psk_identity"),
                    Map.entry(116, "certificate_required"),
                    Map.entry(120, "no_application_protocol"));

    private static final Pattern OF_THE_JDK = Pattern.compile("Received fatal alert: (\\w+)");

    private Alerts() {}

    static String received(int number) {
        return text(NAMES.getOrDefault(number, Integer.toString(number)));
    }

    /** A message of the JDK; in our words where it tells of an alert. */
    public static String inOurWords(String message) {
        Matcher alert = OF_THE_JDK.matcher(message);
        return alert.find() ? text(alert.group(1)) : message;
    }

    private static String text(String name) {
        return "the peer sent the alert " + name;
    }
}
