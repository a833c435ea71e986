package io.spate.net.tls.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.net.tls.KeyMaterial;
import io.spate.net.tls.Openssl;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, true",
        "example.com, EXAMPLE.com, true",
        "EXAMPLE.com, example.com, true",
        "example.com, example.com., true",
        "example.com, www.example.com, false",
        "*.example.com, www.example.com, true",
        "*.example.com, a.b.example.com, false",
        "*.example.com, example.com, false",
        "*.example.com, .example.com, false",
        "*.com, example.com, false",
        "*, localhost, false",
        "w*.example.com, www.example.com, false",
        "xn--bcher-kva.example, bücher.example, true",
    })
    void aPatternStandsForOneLabelAtTheFront(String pattern, String host, boolean fits) {
        assertThat(HostNames.matches(pattern, host)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "fe80::1%eth0, true",
        "localhost, false",
        "1.example, false",
        "'', false",
    })
    void anAddressIsNoName(String host, boolean literal) {
        assertThat(HostNames.isLiteral(host)).isEqualTo(literal);
    }

    @Test
    void anAddressIsAmongTheAddressesOnly(@TempDir Path folder) throws Exception {
        Openssl openssl = Openssl.in(folder).authority();
        openssl.certificate(
                "server",
                "ec -pkeyopt ec_paramgen_curve:prime256v1",
                "subjectAltName=DNS:server,DNS:127.0.0.2,IP:127.0.0.1,IP:::1");
        X509Certificate certificate =
                KeyMaterial.certificates(openssl.bytes("server.crt")).getFirst();

        assertThat(HostNames.covers(certificate, "server")).isTrue();
        assertThat(HostNames.covers(certificate, "127.0.0.1")).isTrue();
        assertThat(HostNames.covers(certificate, "0:0:0:0:0:0:0:1")).isTrue();
        assertThat(HostNames.covers(certificate, "127.0.0.2")).isFalse();
        assertThat(HostNames.covers(certificate, "other")).isFalse();
    }

    @Test
    void theCommonNameIsNoName(@TempDir Path folder) throws Exception {
        Openssl openssl = Openssl.in(folder).authority();
        X509Certificate certificate = KeyMaterial.certificates(openssl.bytes("ca.crt")).getFirst();

        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=ca");
        assertThat(HostNames.covers(certificate, "ca")).isFalse();
    }
}
