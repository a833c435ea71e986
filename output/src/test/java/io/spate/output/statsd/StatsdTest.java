package io.spate.output.statsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.output.registry.OutputRegistry;
import io.spate.output.testkit.FakeRun;
import io.spate.output.type.WrongOutputException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatsdTest {
    private DatagramSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setSoTimeout(300);
        server.setReceiveBufferSize(4 << 20);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private FakeRun run(String settings) {
        return new FakeRun(Map.of(), "statsd=127.0.0.1:" + server.getLocalPort() + settings);
    }

    private List<String> received() throws IOException {
        var lines = new ArrayList<String>();
        var packet = new DatagramPacket(new byte[65_536], 65_536);
        try {
            for (; ; ) {
                server.receive(packet);
                assertThat(packet.getLength()).isLessThanOrEqualTo(StatsdPackets.BYTES_MAX);
                var text =
                        new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                lines.addAll(List.of(text.split("\n")));
            }
        } catch (SocketTimeoutException _) {
            return lines;
        }
    }

    @Test
    void sendsWhatASecondCameTo() throws Exception {
        var run = run("");
        for (int i = 1; i <= 100; i++) {
            run.request(i % 2 == 0 ? "/a" : "/b", i % 10 == 0 ? 500 : 200, i * 1_000_000L);
        }
        var delivered = run.second(7).end();

        assertThat(received())
                .contains(
                        "k6.http_reqs:100|c",
                        "k6.http_req_failed.hits:10|c",
                        "k6.http_req_failed.count:100|c",
                        "k6.vus:7|g",
                        "k6.http_req_duration.count:100|c",
                        "k6.http_req_duration.max:100|g")
                .anyMatch(it -> it.matches("k6\\.http_req_duration\\.p95:95\\.\\d+\\|g"))
                .noneMatch(it -> it.contains("#"));
        assertThat(delivered.getFirst().lost()).isZero();
        assertThat(run.messages()).isEmpty();
    }

    @Test
    void sendsTagsToWhoUnderstandsThem() throws Exception {
        var run = run("?tags&namespace=load.");
        for (int i = 0; i < 50; i++) {
            run.request("/a,b|c#" + i, 200, 1_000_000);
        }
        run.second(7).end();

        var lines = received();
        assertThat(lines)
                .contains(
                        "load.http_reqs:1|c|#expected_response:true,method:GET,name:/a_b_c_17,"
                                + "proto:HTTP/1.1,scenario:browse,status:200");
        assertThat(lines).filteredOn(it -> it.startsWith("load.http_reqs:")).hasSize(50);
    }

    @Test
    void tellsThatNobodyListens() {
        var run = run("");
        server.close();
        for (int i = 0; i < 50; i++) {
            run.request("/a", 200, 1_000_000).second(1);
        }
        assertThat(run.end().getFirst().lost()).isPositive();
        assertThat(run.messages()).anyMatch(it -> it.contains("refuses packets. The run goes on"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"statsd=localhost", "statsd=h:1?tag", "statsd=h:99999"})
    void refusesWhatCannotBe(String text) {
        assertThatThrownBy(() -> OutputRegistry.plan(text, Map.of()))
                .isInstanceOf(WrongOutputException.class)
                .hasMessageStartingWith("--out statsd");
    }
}
