package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.commands.Command.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which node answered, what more nodes bring, and what a reload costs: with a real nginx. */
@Timeout(180)
class NodesTest {
    private static final Command SPATE = Command.ofThisBuild();
    private static final int NODES = 3;

    @TempDir Path folder;

    private final List<Integer> ports = new ArrayList<>();
    private String nginx = "";
    private List<String> command = List.of();

    @BeforeEach
    void startNginx() throws IOException, InterruptedException {
        nginx =
                List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx").stream()
                        .filter(it -> Files.isExecutable(Path.of(it)))
                        .findFirst()
                        .orElse("");
        Assumptions.assumeFalse(nginx.isEmpty(), "nginx is not installed");
        for (int i = 0; i <= NODES; i++) {
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports.add(free.getLocalPort());
            }
        }
        Path file = Files.writeString(folder.resolve("nginx.conf"), configuration());
        command = List.of(nginx, "-p", folder.toString(), "-c", file.toString(), "-e", "error.log");
        nginx();
        for (int port : ports) {
            awaitOpen(port);
        }
    }

    @AfterEach
    void stopNginx() throws IOException, InterruptedException {
        if (!command.isEmpty()) {
            nginx("-s", "stop");
        }
    }

    private void nginx(String... more) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(more));
        var process = new ProcessBuilder(line).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitOpen(int port) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(25);
            }
        }
        throw new UncheckedIOException(new IOException("nginx does not listen at " + port));
    }

    /** Three nodes, and a balancer in front of them that prefers none. */
    private String configuration() {
        var servers = new StringBuilder();
        var upstream = new StringBuilder();
        for (int i = 1; i <= NODES; i++) {
            int port = ports.get(i);
            upstream.append("server 127.0.0.1:").append(port).append("; ");
            servers.append(
                    """
                    server { listen 127.0.0.1:%1$d; location / {
                      add_header X-Served-By web-%2$d always;
                      return 200 '{"node": {"id": "web-%2$d"}}';
                    } }
                    """
                            .formatted(port, i));
        }
        return """
        worker_processes 2;
        pid nginx.pid;
        events { worker_connections 512; }
        http {
          access_log off;
          keepalive_requests 10000000;
          client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi; scgi_temp_path scgi;
          upstream nodes { %s }
          %s
          server { listen 127.0.0.1:%d; location / { proxy_pass http://nodes; } }
        }
        """
                .formatted(upstream, servers, ports.getFirst());
    }

    private String balancer() {
        return "http://127.0.0.1:" + ports.getFirst() + "/";
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return SPATE.run(folder, arguments);
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    @Test
    void theTableTellsHowEvenlyTheBalancerSpreads() throws Exception {
        for (var source : List.of("header:x-served-by", "json:$.node.id")) {
            var outcome =
                    run(
                            "run",
                            balancer(),
                            "-n",
                            "900",
                            "-c",
                            "9",
                            "--node-by",
                            source,
                            "--nodes",
                            "4",
                            "--json",
                            "results.json");

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.out())
                    .contains("█ NODES", "! 1 of 4 nodes never answered", "█ HISTOGRAM");
            var nodes = read(folder.resolve("results.json")).path("nodes");
            assertThat(nodes.path("count").asInt()).isEqualTo(NODES);
            long requests = 0;
            for (var node : nodes.path("nodes")) {
                assertThat(node.path("name").asString()).startsWith("web-");
                assertThat(node.path("share").asDouble()).isBetween(0.3, 0.37);
                requests += node.path("requests").asLong();
            }
            assertThat(requests).as("exactly as many as were asked for").isEqualTo(900);
        }
    }

    @Test
    void theAddressTellsTheNodeToo() throws Exception {
        var outcome = run("run", balancer(), "-n", "20", "--node-by", "address");

        assertThat(outcome.out()).contains("all requests were answered by one node, '127.0.0.1'");
    }

    @Test
    void scalingIsComparedWithAStoredRun() throws Exception {
        run(
                "run",
                "http://127.0.0.1:" + ports.get(1) + "/",
                "-u",
                "3",
                "-d",
                "2s",
                "--json",
                "one.json");
        var outcome =
                run(
                        "run",
                        balancer(),
                        "-u",
                        "3",
                        "-d",
                        "2s",
                        "--node-by",
                        "header:X-Served-By",
                        "--scaling-baseline",
                        "one.json",
                        "--json",
                        "three.json");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("█ SCALING", "with 3 times the nodes", "the comparison is not fair")
                .contains("limited by users: 3 users");
        var scaling = read(folder.resolve("three.json")).path("scaling");
        assertThat(scaling.path("expected_multiple").asInt()).isEqualTo(3);
    }

    @Test
    void aCorruptBaselineIsOneErrorBeforeTheRun() throws Exception {
        Files.writeString(folder.resolve("bad.json"), "{\"metrics\": {}}");
        var outcome =
                run("run", balancer(), "-n", "9", "--nodes", "3", "--scaling-baseline", "bad.json");

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err()).contains("bad.json is no result document");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aReloadLosesNothing() throws Exception {
        var reload = String.join(" ", command) + " -s reload";
        var outcome =
                run(
                        "run",
                        "http://127.0.0.1:" + ports.get(1) + "/",
                        "-c",
                        "4",
                        "-d",
                        "12s",
                        "--think",
                        "2ms",
                        "--reload-at",
                        "4s",
                        "--reload-window",
                        "5s",
                        "--reload-command",
                        reload,
                        "--reload-max-failures",
                        "0",
                        "--json",
                        "results.json");

        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.err()).contains("WILL RUN: " + reload, "with your rights");
        assertThat(outcome.out()).contains("█ RELOAD", "no request failed", "exit code 0");
        var result = read(folder.resolve("results.json")).path("reload");
        assertThat(result.path("connections_opened").asInt()).as("by new workers").isPositive();
        assertThat(result.path("requests").asLong()).isGreaterThan(100);
    }

    @Test
    void aRestartLosesRequestsAndFailsTheRun() throws Exception {
        var line = String.join(" ", command);
        var outcome =
                run(
                        "run",
                        "http://127.0.0.1:" + ports.get(1) + "/",
                        "-c",
                        "4",
                        "-d",
                        "10s",
                        "--think",
                        "2ms",
                        "--reload-at",
                        "4s",
                        "--reload-window",
                        "5s",
                        "--reload-command",
                        line + " -s stop; sleep 0.5; " + line,
                        "--reload-max-failures",
                        "0");

        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(99);
        assertThat(outcome.out()).contains("refused").containsPattern("FAILED: reload: \\d+ of");
        assertThat(outcome.out()).containsPattern("longest gap\\.+: [4-9]\\d\\dms without");
    }

    @Test
    void aReloadBehindTheEndIsRefused() throws Exception {
        var outcome = run("run", balancer(), "-d", "5s", "--reload-at", "5s");

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err()).contains("the run has ended by then");
    }
}
