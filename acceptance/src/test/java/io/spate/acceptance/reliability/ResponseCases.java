package io.spate.acceptance.reliability;

import static io.spate.acceptance.reliability.Case.plain;
import static io.spate.acceptance.reliability.Cases.OK;
import static io.spate.acceptance.reliability.Cases.pause;

import io.spate.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Servers whose answers are not HTTP, or an odd kind of it. */
final class ResponseCases {
    private static final String STATUS_LINE = "protocol 1000: malformed response: bad status line";
    private static final String HEADER_LINE = "protocol 1000: malformed response: bad header line";
    private static final String LENGTH = "protocol 1000: malformed response: bad Content-Length";
    private static final String HEAD_TOO_LARGE =
            "protocol 1000: malformed response: headers over 64 KB";

    private ResponseCases() {}

    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        all.addAll(heads());
        all.addAll(odd());
        all.addAll(unasked());
        all.addAll(redirects());
        return all;
    }

    private static String head(String... headers) {
        return "HTTP/1.1 200 OK\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private static Case answers(String group, String name, String answer, String outcome) {
        return plain(
                group,
                name,
                w -> {
                    while (true) {
                        w.request().send(answer);
                    }
                },
                outcome);
    }

    private static List<Case> heads() {
        String group = "The answer is not HTTP/1.1";
        return List.of(
                answers(group, "sends garbage", "\u0000\u0001\u0002garbage\r\n\r\n", STATUS_LINE),
                answers(group, "is an SSH server", "SSH-2.0-OpenSSH_9.2\r\n", STATUS_LINE),
                answers(group, "speaks HTTP/2", "HTTP/2 200\r\n\r\n", STATUS_LINE),
                answers(group, "sends a body without a head", "<html>ok</html>\n", STATUS_LINE),
                answers(group, "sends the status 099", "HTTP/1.1 099 Odd\r\n\r\n", STATUS_LINE),
                answers(
                        group,
                        "sends a status of two digits",
                        "HTTP/1.1 20 OK\r\n\r\n",
                        STATUS_LINE),
                answers(group, "sends a header without a colon", head("nonsense"), HEADER_LINE),
                answers(
                        group,
                        "sends a blank before a colon",
                        head("Content-Length : 2") + "ok",
                        HEADER_LINE),
                plain(
                        group,
                        "sends headers without end",
                        w ->
                                w.request()
                                        .send("HTTP/1.1 200 OK\r\n")
                                        .sendForEver("X-Header: value\r\n"),
                        HEAD_TOO_LARGE),
                plain(
                        group,
                        "sends a header line without end",
                        w -> w.request().send("HTTP/1.1 200 OK\r\nX: ").sendForEver("value "),
                        HEAD_TOO_LARGE),
                plain(
                        group,
                        "sends 100 Continue without end",
                        w -> w.request().sendForEver("HTTP/1.1 100 Continue\r\n\r\n"),
                        "protocol 1000: malformed response: over 16 interim responses"),
                answers(
                        group,
                        "sends two different lengths",
                        head("Content-Length: 2", "Content-Length: 3") + "ok!",
                        LENGTH),
                answers(group, "sends a negative length", head("Content-Length: -1"), LENGTH),
                answers(
                        group,
                        "sends a length in words",
                        head("Content-Length: two") + "ok",
                        LENGTH),
                answers(
                        group,
                        "sends a length above 64 bits",
                        head("Content-Length: 99999999999999999999"),
                        LENGTH),
                answers(
                        group,
                        "sends a length of 900 PB",
                        head("Content-Length: 900000000000000000"),
                        "body_too_large 1000: body too large"));
    }

    private static List<Case> odd() {
        String group = "The answer is odd, and allowed";
        String http10 = OK.replace("HTTP/1.1", "HTTP/1.0");
        return List.of(
                answers(group, "ends lines without a carriage return", OK.replace("\r", ""), "200"),
                answers(
                        group,
                        "folds a header",
                        head("X: a", "  b", "Content-Length: 2") + "ok",
                        "200"),
                answers(
                        group,
                        "sends the same length twice",
                        head("Content-Length: 2", "Content-Length: 2") + "ok",
                        "200"),
                answers(
                        group,
                        "sends a length with chunks",
                        head("Content-Length: 3", "Transfer-Encoding: chunked")
                                + "2\r\nok\r\n0\r\n\r\n",
                        "200"),
                answers(
                        group,
                        "sends the status 599",
                        "HTTP/1.1 599 Odd\r\nContent-Length: 0\r\n\r\n",
                        "599 1599"),
                plain(group, "speaks HTTP/1.0 and closes", w -> w.request().send(http10), "200"),
                answers(
                        group,
                        "speaks HTTP/1.0 and keeps the connection",
                        http10.replace("\r\n\r\n", "\r\nConnection: keep-alive\r\n\r\n"),
                        "200"),
                plain(
                        group,
                        "sends no length and closes",
                        w -> w.request().send("HTTP/1.1 200 OK\r\n\r\nok"),
                        "200"),
                answers(
                        group,
                        "sends 100 Continue first",
                        "HTTP/1.1 100 Continue\r\n\r\n" + OK,
                        "200"),
                answers(
                        group,
                        "sends 103 Early Hints first",
                        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK,
                        "200"),
                plain(
                        group,
                        "switches protocols unasked",
                        w ->
                                w.request()
                                        .send(
                                                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")
                                        .hang(),
                        "101"),
                plain(group, "answers before it is asked", w -> w.send(OK).request(), "200")
                        .doing(ResponseCases::oneRequest));
    }

    /** Bytes after a response, which the next one must not be taken for. */
    private static List<Case> unasked() {
        String group = "More comes than was asked for";
        String garbage = "and more, unasked";
        return List.of(
                answers(group, "answers HEAD with a body", OK, "200")
                        .doing(
                                client -> {
                                    client.request("HEAD", "/").send();
                                    client.request("HEAD", "/").send();
                                    return "";
                                }),
                answers(
                        group,
                        "sends a body with 204",
                        OK.replace("200 OK", "204 No Content"),
                        "204"),
                answers(
                        group,
                        "sends a body with 304",
                        OK.replace("200 OK", "304 Not Modified"),
                        "304"),
                answers(group, "sends garbage behind a response", OK + garbage, "200"),
                answers(group, "sends a response twice", OK + OK.replace("200", "500"), "200"),
                plain(
                                group,
                                "sends garbage some time after a response",
                                w -> w.request().send(OK).pause(20).send(garbage).hang(),
                                "200")
                        .doing(ResponseCases::unhurried),
                plain(
                                group,
                                "sends a second response some time after the first",
                                w ->
                                        w.request()
                                                .send(OK)
                                                .pause(20)
                                                .send(OK.replace("200", "500"))
                                                .request()
                                                .send(OK),
                                "200")
                        .doing(ResponseCases::unhurried),
                plain(
                                group,
                                "sends a body some time after HEAD",
                                w ->
                                        w.request()
                                                .send(OK.substring(0, OK.length() - 2))
                                                .pause(20)
                                                .send("ok")
                                                .request()
                                                .hang(),
                                "200")
                        .doing(
                                client -> {
                                    client.request("HEAD", "/").send();
                                    pause(150);
                                    client.request("HEAD", "/").send();
                                    return "";
                                }));
    }

    private static String oneRequest(HttpClient client) {
        client.request("GET", "/").send();
        return "";
    }

    static String unhurried(HttpClient client) {
        client.request("GET", "/").send();
        pause(150);
        client.request("GET", "/").send();
        return "";
    }

    private static Case redirects(String name, String to, String outcome) {
        return answers(
                        "Redirects and cookies",
                        name,
                        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + to + "\r\n\r\n",
                        outcome)
                .doing(ResponseCases::oneRequest);
    }

    private static List<Case> redirects() {
        String group = "Redirects and cookies";
        var manyCookies = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n");
        for (int i = 0; i < 1000; i++) {
            manyCookies.append("Set-Cookie: c").append(i).append("=v\r\n");
        }
        return List.of(
                redirects("redirects to itself", "/", "302"),
                redirects("redirects to a longer path each time", "x/", "302"),
                redirects("redirects to no URL", "http://[", "302"),
                redirects("redirects to another scheme", "ftp://localhost/", "302"),
                plain(
                                group,
                                "redirects in a loop",
                                w -> {
                                    while (true) {
                                        w.request();
                                        w.send(
                                                "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ",
                                                w.path().equals("/a") ? "/b" : "/a",
                                                "\r\n\r\n");
                                    }
                                },
                                "302")
                        .doing(ResponseCases::oneRequest),
                plain(
                                group,
                                "redirects to TLS, on a port that has none",
                                w -> {
                                    String port = w.request().port();
                                    w.send(
                                            "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: https://localhost:",
                                            port,
                                            "/\r\n\r\n");
                                },
                                "2 x 302; 2 x tls 1300: TLS handshake with HOST failed: the peer does not speak TLS")
                        .doing(ResponseCases::oneRequest)
                        .unseen(1),
                answers(
                        group,
                        "sets 1,000 cookies in each response",
                        manyCookies + "\r\n",
                        "200, limit of cookies reached"),
                answers(
                        group,
                        "sets cookies without end",
                        manyCookies.toString().repeat(5) + "\r\n",
                        HEAD_TOO_LARGE));
    }
}
