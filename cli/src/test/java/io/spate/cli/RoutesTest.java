package io.spate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.spate.cli.FakeProcess.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole commands on the ways that connections take: nginx, tinyproxy and microsocks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class RoutesTest {
    private static final List<String> FOLDERS =
            List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/bin");

    private final List<Process> servers = new ArrayList<>();

    private Path folder = Path.of("");
    private int target;
    private int http;
    private int socks;
    private FakeProcess process = new FakeProcess(Path.of(""));

    @BeforeAll
    void start(@TempDir Path own) throws Exception {
        folder = own;
        process = new FakeProcess(folder);
        target = freePort();
        http = freePort();
        socks = freePort();
        String nginx = program("nginx");
        String tinyproxy = program("tinyproxy");
        String microsocks = program("microsocks");
        write(
                "nginx.conf",
                """
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events {}
                http {
                    log_format way '$request $host $remote_addr';
                    access_log %1$s/access.log way;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    server {
                        listen 127.0.0.1:%2$d;
                        listen unix:%1$s/app.sock;
                        location / { return 200 "ok"; }
                    }
                }
                """
                        .formatted(folder, target));
        write(
                "tinyproxy.conf",
                """
                Port %d
                Listen 127.0.0.1
                BasicAuth me word
                ConnectPort 443
                """
                        .formatted(http));
        start(nginx, "-e", folder + "/nginx.log", "-c", folder + "/nginx.conf");
        start(tinyproxy, "-d", "-c", folder + "/tinyproxy.conf");
        start(microsocks, "-i", "127.0.0.1", "-p", "" + socks, "-u", "me", "-P", "word");
        for (int port : List.of(target, http, socks)) {
            awaitPort(port);
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        for (Process server : servers) {
            server.destroy();
            server.waitFor();
        }
    }

    private static String program(String name) {
        var found =
                FOLDERS.stream()
                        .map(it -> Path.of(it, name))
                        .filter(Files::isExecutable)
                        .map(Path::toString)
                        .findFirst();
        assumeThat(found).as("%s is not installed; ./test installs it", name).isPresent();
        return found.orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void start(String... command) throws IOException {
        servers.add(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("servers.log").toFile())
                        .start());
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void awaitPort(int port) throws Exception {
        for (int i = 0; ; i++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (i == 100) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private Outcome run(String url, String... more) {
        return process.run(
                Stream.concat(
                                Stream.of("run", url, "-i", "4", "-u", "2", "--workers", "1"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static void assertNoneFailed(Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).containsPattern("http_req_failed\\.*: 0\\.00%");
    }

    private String url() {
        return "http://127.0.0.1:" + target + "/page?a=1";
    }

    private String accesses() throws IOException {
        return Files.readString(folder.resolve("access.log"), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoll", "nio"})
    void aUnixSocketServesEveryHost(String transport) throws Exception {
        Outcome outcome =
                run(
                        "http://shop.invalid/unix-" + transport,
                        "--unix-socket",
                        folder + "/app.sock",
                        "--transport",
                        transport);

        assertNoneFailed(outcome);
        assertThat(outcome.err()).contains("network: unix socket " + folder + "/app.sock");
        assertThat(accesses()).contains("GET /unix-%s HTTP/1.1 shop.invalid".formatted(transport));
    }

    @Test
    void aUrlMayNameAUnixSocket() throws Exception {
        String path = (folder + "/app.sock").replace("/", "%2F");

        assertNoneFailed(run("http+unix://" + path + "/by-url?x=1"));
        assertThat(accesses()).contains("GET /by-url?x=1 HTTP/1.1 localhost");
    }

    @Test
    void plainRequestsGoThroughAnHttpProxy() throws Exception {
        assertNoneFailed(run(url(), "--proxy", "http://me:word@127.0.0.1:" + http));
        assertThat(accesses()).contains("GET /page?a=1 HTTP/1");
    }

    @Test
    void theProxyMayStandInAVariable() {
        var other = process.with("SPATE_PROXY", "http://me:word@127.0.0.1:" + http);
        Outcome outcome = other.run("run", url(), "-i", "2");

        assertNoneFailed(outcome);
        assertThat(outcome.err()).contains("network: proxy http://***@127.0.0.1:" + http);
        assertThat(outcome.out() + outcome.err()).doesNotContain("me:word");
    }

    @Test
    void aTunnelThatTheProxyDoesNotMakeIsAFailureOfItsOwn() {
        Outcome outcome =
                run(
                        "https://127.0.0.1:%d/".formatted(target),
                        "--proxy",
                        "http://me:word@127.0.0.1:" + http);

        assertThat(outcome.out())
                .containsPattern("http_req_failed\\.*: 100\\.00%")
                .contains("refused 127.0.0.1:%d: 403".formatted(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5", "socks5h"})
    void everythingGoesThroughASocksProxy(String scheme) {
        assertNoneFailed(run(url(), "--proxy", scheme + "://me:word@127.0.0.1:" + socks));
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        Outcome outcome = run(url(), "--proxy", "socks5://me:wrong@127.0.0.1:" + socks);

        assertThat(outcome.out()).contains("not this user and password").contains("proxy");
        assertThat(outcome.out() + outcome.err()).doesNotContain("me:wrong");
    }

    @Test
    void namesAndSourcesComeFromTheTestsFile() throws Exception {
        String file =
                process.write(
                        "network.yml",
                        """
                        target: http://api.shop.invalid
                        network:
                          hosts: {"*.shop.invalid:80": "127.0.0.1:%d"}
                          source: 127.0.3.1-127.0.3.2
                          dns: {ttl: 0, select: roundRobin, policy: onlyIPv4}
                        scenarios:
                          home:
                            users: 2
                            duration: 300ms
                            think: 50ms
                            steps: [{get: /by-file}]
                        """
                                .formatted(target));

        assertNoneFailed(process.run("run", file));
        assertThat(accesses())
                .contains("GET /by-file HTTP/1.1 api.shop.invalid 127.0.3.1")
                .contains("GET /by-file HTTP/1.1 api.shop.invalid 127.0.3.2");
    }

    @Test
    void whatIsAllowedHoldsForWhatStandsInANamesPlace() throws Exception {
        var limited = process.with("SPATE_ALLOWED_TARGETS", "shop.invalid");
        String there = "shop.invalid:80:127.0.0.1:" + target;

        assertThat(limited.run("run", "http://shop.invalid/", "--resolve", there).err())
                .contains("127.0.0.1 is not among the allowed targets");
        assertThat(
                        limited.run(
                                        "run",
                                        "http://shop.invalid/",
                                        "--unix-socket",
                                        folder + "/app.sock")
                                .err())
                .contains("app.sock is not among the allowed targets");
        var both = process.with("SPATE_ALLOWED_TARGETS", "shop.invalid,127.0.0.1");
        assertNoneFailed(both.run("run", "http://shop.invalid/", "--resolve", there));
    }

    @Test
    void aProxyIsAllowedByWhoNamesIt() throws Exception {
        var limited = process.with("SPATE_ALLOWED_TARGETS", "shop.invalid");
        String proxy = "http://me:word@127.0.0.1:" + http;
        String file =
                process.write(
                        "proxied.yml",
                        """
                        target: http://shop.invalid
                        network: {proxy: "%s"}
                        scenarios: {home: {users: 1, iterations: 1, steps: [{get: /}]}}
                        """
                                .formatted(proxy));

        assertThat(limited.run("run", file).err())
                .contains("127.0.0.1 is not among the allowed targets");
        assertThat(
                        limited.run("run", "http://shop.invalid/", "-i", "1", "--proxy", proxy)
                                .exitCode())
                .isZero();
    }
}
