package io.spate.acceptance.reliability;

import static io.spate.acceptance.reliability.Case.plain;

import io.spate.acceptance.reliability.Case.Listening;
import io.spate.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** The corpus: servers that break off, stay silent, or are not there. */
final class Cases {
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    static final String CLOSED = "closed 1000: connection closed before the whole response";
    static final String RESET = "reset 1220: connection reset by HOST";
    static final String TIMEOUT = "timeout 1050: timed out waiting for HOST";

    private static final String BREAKS_OFF = "The connection breaks off";

    private Cases() {}

    /** All of them, by group. */
    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        all.addAll(unreachable());
        all.addAll(silent());
        all.addAll(brokenOff());
        all.addAll(closedInOrder());
        all.addAll(answeredEarly());
        all.addAll(ResponseCases.all());
        all.addAll(BodyCases.all());
        all.addAll(TlsCases.all());
        return all;
    }

    /** What all are compared with. */
    static Case good() {
        return plain("", "answers", w -> w.request().send(OK).request().send(OK), "200");
    }

    private static List<Case> unreachable() {
        String group = "There is no connection";
        return List.of(
                plain(
                                group,
                                "listens to nothing",
                                Wire::hang,
                                "refused 1212: connection refused: HOST")
                        .on(Listening.NOBODY)
                        .unseen(2),
                plain(
                                group,
                                "never accepts: its queue of connections is full",
                                Wire::hang,
                                "connect_timeout 1211: connecting timed out: HOST")
                        .on(Listening.FULL)
                        .atTheTimeout()
                        .unseen(2));
    }

    private static List<Case> silent() {
        String group = "The answer does not come";
        return List.of(
                plain(group, "accepts and never answers", w -> w.request().hang(), TIMEOUT)
                        .atTheTimeout(),
                plain(
                                group,
                                "stops in the status line",
                                w -> w.request().send("HTTP/1.1 2").hang(),
                                TIMEOUT)
                        .atTheTimeout(),
                plain(
                                group,
                                "stops in the body",
                                w -> w.request().send(OK.substring(0, OK.length() - 1)).hang(),
                                TIMEOUT)
                        .atTheTimeout(),
                plain(
                                group,
                                "sends a byte each 50 ms, without end",
                                w ->
                                        w.request()
                                                .send("HTTP/1.1 200 OK\r\n")
                                                .drip("X: y\r\n".repeat(100), 50),
                                TIMEOUT)
                        .atTheTimeout(),
                plain(
                        group,
                        "sends a byte each 5 ms, to the end",
                        w -> w.request().drip(OK, 5).request().drip(OK, 5),
                        "200"));
    }

    private static List<Case> brokenOff() {
        String group = BREAKS_OFF;
        return List.of(
                plain(group, "closes after the request", w -> w.request(), CLOSED),
                plain(
                        group,
                        "closes its side after the request",
                        w -> w.request().halfClose().hang(),
                        CLOSED),
                plain(
                        group,
                        "closes in the headers",
                        w -> w.request().send(OK.substring(0, 30)),
                        CLOSED),
                plain(
                        group,
                        "closes in the body",
                        w -> w.request().send(OK.substring(0, OK.length() - 1)),
                        CLOSED),
                plain(
                        group,
                        "closes in a chunk",
                        w -> w.request().send(CHUNKED, "5\r\nabc"),
                        CLOSED),
                plain(
                        group,
                        "closes before the last chunk",
                        w -> w.request().send(CHUNKED, "2\r\nok\r\n"),
                        CLOSED),
                plain(group, "resets after the request", w -> w.request().reset(), RESET),
                plain(
                        group,
                        "resets in the headers",
                        w -> w.request().send(OK.substring(0, 30)).pause(50).reset(),
                        RESET),
                plain(
                        group,
                        "resets in the body",
                        w -> w.request().send(OK.substring(0, OK.length() - 1)).pause(50).reset(),
                        RESET));
    }

    private static List<Case> closedInOrder() {
        String group = BREAKS_OFF;
        String closing = OK.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
        return List.of(
                plain(
                                group,
                                "closes after each response, without a word",
                                w -> w.request().send(OK),
                                "200")
                        .doing(ResponseCases::unhurried),
                plain(
                        group,
                        "closes after each response, as it says",
                        w -> w.request().send(closing),
                        "200"),
                plain(
                        group,
                        "answers the first request of a connection and closes on the second",
                        w -> w.request().send(OK).request(),
                        "200, sent again 2 x"));
    }

    private static List<Case> answeredEarly() {
        String refusal = "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        return List.of(
                plain(
                                BREAKS_OFF,
                                "answers 413 and closes before it has read the body",
                                w -> w.requestHead().send(refusal),
                                "413 1413")
                        .doing(Cases::postMegabyte),
                plain(
                                BREAKS_OFF,
                                "answers before it has read the body, and reads on",
                                w -> w.requestHead().send(OK).hang(),
                                "200")
                        .doing(Cases::postMegabyte));
    }

    private static String postMegabyte(HttpClient client) {
        client.request("POST", "/").body("x".repeat(1 << 20), "text/plain").send();
        return "";
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
