package io.spate.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.KeyMaterial;
import io.spate.net.tls.Openssl;
import io.spate.net.tls.TlsSettings;
import io.spate.net.tls.TlsVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What settings do to a real server, which tells what it has seen. */
@ParameterizedClass
@EnumSource(
        value = TlsSettings.Provider.class,
        names = {"OPENSSL", "JDK"})
class TlsSettingsTest {
    @TempDir private static Path folder;
    private static Openssl openssl;
    private static Nginx nginx;

    private final TlsSettings settings;

    TlsSettingsTest(TlsSettings.Provider provider) throws Exception {
        settings =
                TlsSettings.DEFAULT
                        .withProvider(provider)
                        .withAuthorities(KeyMaterial.certificates(openssl.bytes("ca.crt")));
    }

    @BeforeAll
    static void start() throws Exception {
        openssl = Openssl.in(folder).authority();
        openssl.certificate("server", "rsa:2048", "subjectAltName=DNS:localhost,DNS:*.shop.test");
        openssl.certificate("ann", "rsa:2048", "");
        openssl.certificate("bob", "ec -pkeyopt ec_paramgen_curve:prime256v1", "");
        openssl.certificate("eve", "ed25519", "");
        nginx =
                Nginx.start(
                        folder,
                        """
                        ssl_certificate server.crt; ssl_certificate_key server.key;
                        ssl_protocols TLSv1.2 TLSv1.3; ssl_session_cache shared:s:1m;
                        ssl_client_certificate ca.crt; ssl_verify_client optional;
                        location / { return 200 "$ssl_protocol $ssl_cipher $ssl_server_name $ssl_session_reused $ssl_client_verify $ssl_client_s_dn "; }
                        location /must { if ($ssl_client_verify != SUCCESS) { return 403; } return 200 "in "; }
                        """);
    }

    @AfterAll
    static void stop() {
        nginx.close();
    }

    private static ClientCertificate certificate(String name, String... domains) throws Exception {
        return KeyMaterial.pem(
                List.of(domains),
                openssl.bytes(name + ".crt"),
                openssl.bytes(name + ".key"),
                Optional.empty());
    }

    private EventLoop loop(TlsSettings with) {
        return EventLoop.start("loop-under-test", NetOptions.DEFAULT.withTls(with));
    }

    /** What the server has seen of the last of some connections. */
    private String seen(TlsSettings with, int connections) throws Exception {
        try (EventLoop loop = loop(with)) {
            return Mode.on(
                    loop,
                    () -> {
                        String last = "";
                        for (int i = 0; i < connections; i++) {
                            last = get(loop);
                        }
                        return last;
                    });
        }
    }

    private static String get(EventLoop loop) throws NetException {
        Endpoint endpoint =
                new Endpoint("localhost", nginx.port(), Optional.of(new TlsOptions(true)));
        byte[] request =
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);
        try (Connection connection = loop.connect(endpoint, Mode.soon())) {
            connection.write(request, 0, request.length);
            while (connection.fill(Mode.soon()) > 0) {
                // until the server closes
            }
            int position = connection.position();
            String response =
                    new String(
                            connection.buffer(), position, connection.limit() - position, US_ASCII);
            return response.substring(response.indexOf("\r\n\r\n") + 4);
        }
    }

    private NetException failure(TlsSettings with) throws Exception {
        try (EventLoop loop = loop(with)) {
            return Mode.on(
                    loop,
                    () -> {
                        try {
                            throw new AssertionError(get(loop));
                        } catch (NetException e) {
                            return e;
                        }
                    });
        }
    }

    @Test
    void shakesHandsInFullOnEachConnection() throws Exception {
        assertThat(seen(settings, 3)).startsWith("TLSv1.3 TLS_").endsWith(" localhost . NONE  ");
    }

    @Test
    void goesOnWithASessionWhereThatIsWanted() throws Exception {
        TlsSettings resuming = settings.withResumption(true);
        assertThat(seen(resuming, 3)).contains(" localhost r ");
        assertThat(seen(resuming.withVersions(TlsVersion.TLS_1_2, TlsVersion.TLS_1_2), 3))
                .startsWith("TLSv1.2 ")
                .contains(" localhost r ");
    }

    @Test
    void speaksTheVersionsItMay() throws Exception {
        TlsVersion old = TlsVersion.TLS_1_2;
        assertThat(seen(settings.withVersions(old, old), 1)).startsWith("TLSv1.2 ECDHE-RSA-");
    }

    @Test
    void offersTheCipherSuitesItMay() throws Exception {
        assertThat(seen(settings.withCipherSuites(List.of("TLS_CHACHA20_POLY1305_SHA256")), 1))
                .startsWith("TLSv1.3 TLS_CHACHA20_POLY1305_SHA256 ");
        assertThat(
                        seen(
                                settings.withCipherSuites(
                                        List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")),
                                1))
                .startsWith("TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 ");
    }

    @Test
    void turnsDownACipherSuiteThatNobodyKnows() {
        TlsSettings wrong = settings.withCipherSuites(List.of("TLS_AES_129_GCM"));
        assertThatThrownBy(() -> loop(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not know the cipher suite TLS_AES_129_GCM");
    }

    @Test
    void saysWhoTheClientIs() throws Exception {
        for (String name : List.of("ann", "bob")) {
            TlsSettings with = settings.withClientCertificates(List.of(certificate(name)));
            assertThat(seen(with, 1)).endsWith(" SUCCESS CN=" + name + " ");
            assertThat(seen(with.withVersions(TlsVersion.TLS_1_2, TlsVersion.TLS_1_2), 1))
                    .endsWith(" SUCCESS CN=" + name + " ");
        }
    }

    @Test
    void choosesTheCertificateByTheHost() throws Exception {
        assertThat(
                        seen(
                                settings.withClientCertificates(
                                        List.of(
                                                certificate("ann", "*.example.com", "example.com"),
                                                certificate("bob", "localhost"),
                                                certificate("ann"))),
                                1))
                .endsWith(" SUCCESS CN=bob ");
        assertThat(
                        seen(
                                settings.withClientCertificates(
                                        List.of(certificate("ann", "example.com"))),
                                1))
                .endsWith(" NONE  ");
    }

    @Test
    void asksForAServerOfAnotherName() throws Exception {
        assertThat(seen(settings.withServerName(Optional.of("a.shop.test")), 1))
                .contains(" a.shop.test . ");
        NetException e = failure(settings.withServerName(Optional.of("a.b.shop.test")));
        assertThat(e.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
        assertThat(e).hasMessageEndingWith("it is not made out to a.b.shop.test");
    }

    @Test
    void trustsNoAuthorityButThoseGiven() throws Exception {
        NetException e = failure(settings.withAuthorities(List.of()));
        assertThat(e.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
        assertThat(e).hasMessageContaining("not issued by an authority this machine knows");
    }
}
