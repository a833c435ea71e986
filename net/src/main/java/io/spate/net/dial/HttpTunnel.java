package io.spate.net.dial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.spate.net.route.Proxy;
import java.io.IOException;

/** Asks an HTTP proxy for a way through, by RFC 9110, section 9.3.6. */
public final class HttpTunnel {
    private static final int HEAD_BYTES_MAX = 64 * 1024;

    private HttpTunnel() {}

    /**
     * Returns once bytes go through to the target.
     *
     * @param target host and port
     * @throws ProxyRefusedException where the proxy does not do it
     */
    public static void open(Pipe pipe, Proxy proxy, String target) throws IOException {
        String head =
                "CONNECT "
                        + target
                        + " HTTP/1.1\r\nHost: "
                        + target
                        + "\r\nUser-Agent: spate\r\n"
                        + proxy.authorization()
                        + "\r\n";
        pipe.write(head.getBytes(ISO_8859_1));
        String status = readHead(pipe);
        if (!status.matches("HTTP/1\\.\\d 2\\d\\d( .*)?")) {
            throw new ProxyRefusedException(reason(status, proxy));
        }
    }

    /** Reads up to the end of the head; its first line. */
    private static String readHead(Pipe pipe) throws IOException {
        var line = new StringBuilder();
        String status = "";
        for (int i = 0; i < HEAD_BYTES_MAX; i++) {
            char c = (char) pipe.read();
            if (c != '\n') {
                line.append(c);
                continue;
            }
            String text = line.toString().stripTrailing();
            if (text.isEmpty()) {
                return status;
            }
            if (status.isEmpty()) {
                status = text;
            }
            line.setLength(0);
        }
        throw new ProxyRefusedException("its answer has headers over 64 KB");
    }

    private static String reason(String status, Proxy proxy) {
        if (!status.startsWith("HTTP/1.")) {
            return "it does not speak HTTP";
        }
        String answer = status.substring(status.indexOf(' ') + 1);
        if (!answer.startsWith("407")) {
            return answer;
        }
        return answer
                + (proxy.credentials().isPresent()
                        ? ": not this user and password"
                        : ": it wants a user and a password");
    }
}
