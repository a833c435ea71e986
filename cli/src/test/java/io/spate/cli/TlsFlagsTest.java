package io.spate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.cli.FakeProcess.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with certificates, keys and versions is told before anything runs. */
class TlsFlagsTest {
    private static final String URL = "https://127.0.0.1:9/";

    @TempDir private Path folder;
    private FakeProcess process;

    @BeforeEach
    void enter() {
        process = new FakeProcess(folder);
    }

    private void keytool(String arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ", -1)));
        Process tool =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(tool.getInputStream().readAllBytes(), UTF_8);
        assertThat(tool.waitFor()).as(output).isZero();
    }

    private void makeKeyStore() throws Exception {
        keytool(
                "-genkeypair -alias me -keyalg EC -dname CN=me -storetype PKCS12"
                        + " -storepass s3cret -keystore me.p12");
        keytool("-exportcert -rfc -alias me -storepass s3cret -keystore me.p12 -file me.crt");
    }

    private Outcome run(String... flags) {
        List<String> arguments = new ArrayList<>(List.of("run", URL, "--no-preflight"));
        arguments.addAll(List.of(flags));
        return process.run(arguments.toArray(String[]::new));
    }

    private static void assertRefused(Outcome outcome, String... words) {
        assertThat(outcome.err()).startsWith("spate: ").contains(words);
        assertThat(outcome.err()).doesNotContain("\tat ", "Exception");
        assertThat(outcome.exitCode()).isEqualTo(104);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cert=none.p12|--cert none.p12: there is no such file",
                "--cacert=none.pem|--cacert none.pem: there is no such file",
                "--key=me.key|--key needs --cert, the certificate that it belongs to",
                "--tls-min=1.1|--tls-min '1.1' is not a version it may be: 1.2, 1.3",
                "--ciphers=TLS_AES_129|does not know the cipher suite TLS_AES_129",
            })
    void namesTheFlagAndWhatIsWrong(String flag, String words) {
        assertRefused(run(flag), words);
    }

    @Test
    void namesAllMistakesAtOnce() {
        assertRefused(
                run("--tls-min", "1.3", "--tls-max", "1.2", "--cacert", "none.pem"),
                "--tls-min 1.3 is above --tls-max 1.2",
                "--cacert none.pem: there is no such file");
    }

    @Test
    void aFileWithoutACertificateIsNamed() throws Exception {
        process.write("ca.pem", "hello");
        assertRefused(run("--cacert", "ca.pem"), "--cacert ca.pem: it holds no certificate");
    }

    @Test
    void aCertificateNeedsItsKey() throws Exception {
        makeKeyStore();
        assertRefused(
                run("--cert", "me.crt"),
                "--cert me.crt: it holds no private key; name its file with --key");
        assertRefused(
                run("--cert", "me.crt", "--key", "none.key"),
                "--key none.key: there is no such file");
    }

    @Test
    void aWrongPassphraseIsToldApartFromNone() throws Exception {
        makeKeyStore();
        assertRefused(
                run("--cert", "me.p12"),
                "--cert me.p12: it is encrypted, and no passphrase is given");
        process = process.with("SPATE_CERT_PASSPHRASE", "wrong");
        assertRefused(run("--cert", "me.p12"), "--cert me.p12: the passphrase does not fit");
    }

    @Test
    void thePassphraseComesFromAVariableOrAFile() throws Exception {
        makeKeyStore();
        process.write("passphrase", "s3cret\n");
        Outcome byFile = run("--cert", "me.p12", "--cert-passphrase-file", "passphrase");
        assertThat(byFile.err()).doesNotContain("passphrase");
        process = process.with("SPATE_CERT_PASSPHRASE", "s3cret");
        assertThat(run("--cert", "me.p12").err()).doesNotContain("passphrase");
    }
}
