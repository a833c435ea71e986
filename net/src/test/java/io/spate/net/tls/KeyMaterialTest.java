package io.spate.net.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMaterialTest {
    private static final Optional<char[]> NONE = Optional.empty();

    @TempDir private static Path folder;
    private static Openssl openssl;

    @BeforeAll
    static void makeKeys() throws Exception {
        openssl = Openssl.in(folder).authority();
        openssl.certificate("rsa", "rsa:2048", "");
        openssl.certificate("ec", "ec -pkeyopt ec_paramgen_curve:secp384r1", "");
        openssl.certificate("ed25519", "ed25519", "");
    }

    private static char[] secret() {
        return "sesam öffne dich".toCharArray();
    }

    private static boolean fits(String name, PrivateKey key) throws Exception {
        List<X509Certificate> chain = KeyMaterial.certificates(openssl.bytes(name + ".crt"));
        return KeyMaterial.fitting(List.of(), chain, key).key().equals(key);
    }

    private static PrivateKey key(String name) throws Exception {
        return KeyMaterial.privateKey(openssl.bytes(name + ".key"), NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec", "ed25519"})
    void readsAKeyThatFitsItsCertificate(String name) throws Exception {
        ClientCertificate read =
                KeyMaterial.pem(
                        List.of(),
                        openssl.bytes(name + ".crt"),
                        openssl.bytes(name + ".key"),
                        NONE);
        assertThat(read.chain().getFirst().getSubjectX500Principal().getName())
                .isEqualTo("CN=" + name);
        assertThat(read.toString()).contains("CN=" + name).doesNotContain("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec"})
    void readsWhatOpensslWroteBefore(String name) throws Exception {
        openssl.run("pkey -traditional -in %s.key -out %s-old.key".formatted(name, name));
        assertThat(new String(openssl.bytes(name + "-old.key"), UTF_8))
                .contains(name.toUpperCase(java.util.Locale.ROOT) + " PRIVATE KEY");
        assertThat(fits(name, key(name + "-old"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes-256-cbc", "aes-128-cbc", "des3"})
    void readsWhatOpensslEncryptedBefore(String cipher) throws Exception {
        for (String name : List.of("rsa", "ec")) {
            openssl.run(
                    "pkey -traditional -%s -passout pass:s3cret -in %s.key -out %s-secret.key"
                            .formatted(cipher, name, name));
            byte[] file = openssl.bytes(name + "-secret.key");
            assertThat(new String(file, UTF_8)).contains("DEK-Info");
            PrivateKey read = KeyMaterial.privateKey(file, Optional.of("s3cret".toCharArray()));
            assertThat(fits(name, read)).isTrue();
            // Some of so many decrypt to noise whose padding looks right.
            for (int i = 0; i < 1000; i++) {
                char[] wrong = ("wrong" + i).toCharArray();
                assertThatThrownBy(() -> KeyMaterial.privateKey(file, Optional.of(wrong)))
                        .isInstanceOf(TlsMaterialException.class)
                        .hasMessageContaining("passphrase does not fit");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes-256-cbc", "aes-128-cbc"})
    void readsEncryptedPkcs8(String cipher) throws Exception {
        openssl.run(
                "pkcs8 -topk8 -v2 %s -passout pass:s3cret -in ec.key -out ec-pkcs8.key"
                        .formatted(cipher));
        byte[] file = openssl.bytes("ec-pkcs8.key");
        assertThat(KeyMaterial.privateKey(file, Optional.of("s3cret".toCharArray())))
                .isEqualTo(key("ec"));
        assertThatThrownBy(() -> KeyMaterial.privateKey(file, Optional.of(secret())))
                .isInstanceOf(TlsMaterialException.class)
                .hasMessageContaining("passphrase does not fit");
        assertThatThrownBy(() -> KeyMaterial.privateKey(file, NONE))
                .isInstanceOf(TlsMaterialException.class)
                .hasMessage("the key is encrypted, and no passphrase is given");
    }

    @Test
    void readsPkcs12WithItsChain() throws Exception {
        openssl.run(
                "pkcs12 -export -in rsa.crt -inkey rsa.key -certfile ca.crt -passout pass:s3cret -out rsa.p12");
        byte[] file = openssl.bytes("rsa.p12");
        assertThat(KeyMaterial.isPkcs12(file)).isTrue();
        ClientCertificate read =
                KeyMaterial.pkcs12(List.of("a"), file, Optional.of("s3cret".toCharArray()));
        assertThat(read.key()).isEqualTo(key("rsa"));
        assertThat(read.chain()).hasSize(2);
        assertThat(read.domains()).containsExactly("a");
        assertThatThrownBy(() -> KeyMaterial.pkcs12(List.of(), file, Optional.of(secret())))
                .isInstanceOf(TlsMaterialException.class)
                .hasMessage("the passphrase does not fit");
        assertThatThrownBy(() -> KeyMaterial.pkcs12(List.of(), file, NONE))
                .isInstanceOf(TlsMaterialException.class)
                .hasMessage("it is encrypted, and no passphrase is given");
    }

    @Test
    void takesPemAndDerForWhatTheyAre() throws Exception {
        openssl.run("x509 -in rsa.crt -outform DER -out rsa.der");
        assertThat(KeyMaterial.isPkcs12(openssl.bytes("rsa.crt"))).isFalse();
        assertThat(KeyMaterial.isPkcs12(openssl.bytes("rsa.der"))).isFalse();
        assertThat(KeyMaterial.certificates(openssl.bytes("rsa.der")))
                .isEqualTo(KeyMaterial.certificates(openssl.bytes("rsa.crt")));
        assertThat(KeyMaterial.hasPrivateKey(openssl.bytes("rsa.crt"))).isFalse();
        assertThat(KeyMaterial.hasPrivateKey(openssl.bytes("rsa.key"))).isTrue();
    }

    @Test
    void turnsDownAKeyOfAnotherCertificate() {
        assertThatThrownBy(
                        () ->
                                KeyMaterial.pem(
                                        List.of(),
                                        openssl.bytes("rsa.crt"),
                                        openssl.bytes("ca.key"),
                                        NONE))
                .isInstanceOf(TlsMaterialException.class)
                .hasMessage("the private key does not belong to the certificate of CN=rsa");
    }

    @Test
    void namesWhatIsMissingOrDamaged() throws Exception {
        byte[] key = openssl.bytes("rsa.key");
        assertThatThrownBy(() -> KeyMaterial.certificates(key))
                .isInstanceOf(TlsMaterialException.class)
                .hasMessageContaining("it holds no certificate");
        assertThatThrownBy(() -> KeyMaterial.privateKey(openssl.bytes("rsa.crt"), NONE))
                .isInstanceOf(TlsMaterialException.class)
                .hasMessageContaining("it holds no private key");
        assertThatThrownBy(() -> KeyMaterial.privateKey(Arrays.copyOf(key, 500), NONE))
                .isInstanceOf(TlsMaterialException.class)
                .hasMessageContaining("it is cut off");
    }
}
