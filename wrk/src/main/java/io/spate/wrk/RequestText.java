package io.spate.wrk;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The request of a test without a script. */
final class RequestText {
    private RequestText() {}

    /** The headers of the command line by name: those with a blank after their colon, as in wrk. */
    static Map<String, String> headers(List<String> written) {
        var headers = new LinkedHashMap<String, String>();
        for (String header : written) {
            int colon = header.indexOf(':');
            if (colon >= 0 && header.startsWith(" ", colon + 1)) {
                headers.put(header.substring(0, colon), header.substring(colon + 2));
            }
        }
        return headers;
    }

    static byte[] of(WrkOptions options) {
        Map<String, String> headers = headers(options.headers());
        var text = new StringBuilder("GET ").append(options.url().target()).append(" HTTP/1.1\r\n");
        if (headers.keySet().stream().noneMatch("Host"::equalsIgnoreCase)) {
            text.append("Host: ").append(options.url().hostHeader()).append("\r\n");
        }
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
