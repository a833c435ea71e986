package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that lets in nobody without a certificate. */
@Timeout(120)
class ClientCertificateTest {
    private static final Command SPATE = Command.ofThisBuild();

    private static final String SERVER =
            """
            ssl_certificate server.crt; ssl_certificate_key server.key;
            ssl_client_certificate ca.crt; ssl_verify_client on;
            location / { return 200 "$ssl_client_s_dn"; }
            """;

    @TempDir Path folder;

    @BeforeEach
    void makeCertificates() throws Exception {
        openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
                        + " -subj /CN=ca -keyout ca.key -out ca.crt");
        Files.writeString(folder.resolve("server.ext"), "subjectAltName=IP:127.0.0.1");
        Files.writeString(folder.resolve("me.ext"), "");
        for (var name : List.of("server", "me")) {
            openssl(
                    "req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=%1$s"
                                    .formatted(name)
                            + " -keyout %1$s.key -out %1$s.csr".formatted(name));
            openssl(
                    "x509 -req -in %1$s.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile %1$s.ext -out %1$s.crt"
                            .formatted(name));
        }
    }

    private void openssl(String arguments) throws Exception {
        var log = folder.resolve("openssl.log");
        Process tool;
        try {
            tool =
                    new ProcessBuilder(("openssl " + arguments).split(" ", -1))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
        } catch (IOException _) {
            Assumptions.abort("openssl is not installed: ./test installs it");
            return;
        }
        assertThat(tool.waitFor()).as(Files.readString(log)).isZero();
    }

    private Command.Outcome run(String url, String... flags) throws Exception {
        var line =
                new ArrayList<>(List.of("run", url, "--cacert", "ca.crt", "-n", "20", "-c", "2"));
        line.addAll(List.of("-t", "http_req_failed=rate<0.5", "--no-preflight"));
        line.addAll(List.of(flags));
        return SPATE.run(folder, line.toArray(String[]::new));
    }

    @Test
    void letsInWhoShowsOne() throws Exception {
        try (var nginx = Nginx.startSecured(folder, SERVER)) {
            var url = nginx.url("/");

            assertThat(run(url, "--cert", "me.crt", "--key", "me.key").exitCode()).isZero();
            assertThat(run(url).exitCode()).as("without a certificate").isNotZero();
        }
    }

    @Test
    void letsInASiegeThatShowsOne() throws Exception {
        try (var nginx = Nginx.startSecured(folder, SERVER)) {
            Files.writeString(
                    folder.resolve("siege.conf"),
                    "verbose = true\nssl-cert = me.crt\nssl-key = me.key\nssl-timeout = 5\n");
            Files.writeString(folder.resolve("without.conf"), "verbose = true\n");

            assertThat(siege("siege.conf", nginx.url("/")))
                    .contains("HTTP/1.1 200")
                    .doesNotContain("HTTP/1.1 400");
            assertThat(siege("without.conf", nginx.url("/"))).contains("HTTP/1.1 400");
        }
    }

    private String siege(String conf, String url) throws Exception {
        return SPATE.run(folder, "siege", "-R", conf, "-b", "-c2", "-r2", url).out();
    }
}
