package io.spate.acceptance.reliability;

import static io.spate.acceptance.reliability.Case.plain;
import static io.spate.acceptance.reliability.Cases.OK;

import io.spate.acceptance.reliability.Case.Listening;
import java.util.ArrayList;
import java.util.List;

/** Servers whose TLS is broken, or whose certificate is not to be trusted. */
final class TlsCases {
    private static final String GROUP = "TLS";

    private TlsCases() {}

    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        all.addAll(handshakes());
        all.addAll(afterwards());
        return all;
    }

    private static List<Case> handshakes() {
        return List.of(
                byHand(
                        "speaks plain text on a TLS port",
                        w -> w.send("HTTP/1.1 400 Bad\r\n\r\n").hang(),
                        "tls 1300: TLS handshake with HOST failed: the peer does not speak TLS"),
                byHand(
                        "sends an alert",
                        w -> w.send(new byte[] {21, 3, 3, 0, 2, 2, 40}).hang(),
                        "tls 1300: TLS handshake with HOST failed: the peer sent the alert handshake_failure"),
                byHand(
                        "sends a broken record",
                        w -> w.send(new byte[] {22, 3, 3, 0, 4, 2, 0, 0, 0}).hang(),
                        "tls 1300: TLS handshake with HOST failed: length mismatch"),
                byHand(
                        "closes in the handshake",
                        w -> w.send(new byte[] {22, 3, 3}),
                        "tls 1300: TLS handshake with HOST failed: the peer closed the connection"),
                byHand("resets in the handshake", w -> w.pause(50).reset(), Cases.RESET),
                byHand(
                                "never answers the handshake",
                                Wire::hang,
                                "connect_timeout 1211: the TLS handshake timed out: HOST")
                        .atTheTimeout(),
                untrusted(
                        "has a certificate that expired",
                        Listening.TLS_EXPIRED,
                        "it has expired (NotAfter: DATE)"),
                untrusted(
                        "has a certificate for another name",
                        Listening.TLS_OTHER_NAME,
                        "it is not made out to localhost"),
                untrusted(
                        "has a certificate signed by itself",
                        Listening.TLS_SELF_SIGNED,
                        "it was not issued by an authority this machine knows"));
    }

    private static List<Case> afterwards() {
        return List.of(
                plain(
                                GROUP,
                                "answers as it should",
                                w -> {
                                    while (true) {
                                        w.request().send(OK);
                                    }
                                },
                                "200")
                        .on(Listening.TLS),
                plain(
                                GROUP,
                                "ends a body without length, and TLS, as it should",
                                w -> w.request().send("HTTP/1.1 200 OK\r\n\r\nok"),
                                "200")
                        .on(Listening.TLS),
                plain(
                                GROUP,
                                "ends a body without length by a close without TLS's goodbye",
                                w -> w.request().send("HTTP/1.1 200 OK\r\n\r\nok").cut(),
                                "closed 1000: the connection to HOST was closed without close_notify")
                        .on(Listening.TLS),
                plain(
                                GROUP,
                                "accepts the handshake and never answers",
                                w -> w.request().hang(),
                                Cases.TIMEOUT)
                        .on(Listening.TLS)
                        .atTheTimeout());
    }

    private static Case byHand(String name, RawServer.Behaviour behaviour, String outcome) {
        return plain(GROUP, name, behaviour, outcome).on(Listening.TLS_BY_HAND).unseen(2);
    }

    private static Case untrusted(String name, Listening listening, String reason) {
        return plain(
                        GROUP,
                        name,
                        Wire::request,
                        "tls 1310: certificate of HOST is not trusted: " + reason)
                .on(listening)
                .unseen(2);
    }
}
