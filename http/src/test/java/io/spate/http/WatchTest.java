package io.spate.http;

import static io.spate.http.Bench.answer;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.http.watch.NodeNames;
import io.spate.http.watch.NodeSource;
import io.spate.http.watch.ResponseWatch;
import io.spate.http.watch.Successes;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Metric;
import io.spate.metrics.Selector;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.net.failure.NetException.Kind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
    private static Bench bench(String source) {
        return new Bench(
                Bench.options("http://shop.test")
                        .withWatch(ResponseWatch.NONE.withNodes(NodeSource.parse(source))));
    }

    private static String from(String header, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: "
                + body.length()
                + "\r\n"
                + header
                + "\r\n\r\n"
                + body;
    }

    private static Set<String> nodes(Snapshot snapshot, Metric metric) {
        var nodes = new HashSet<String>();
        Bench.tags(snapshot, metric).forEach(it -> nodes.add(it.get("node")));
        return nodes;
    }

    private static Object requests(Snapshot snapshot, String node) {
        return snapshot.find(new Selector("http_reqs", Tags.of("node", node))).orElseThrow();
    }

    @Test
    void theNodeIsTheValueOfAHeaderInAnyCase() {
        var bench = bench("header:X-Served-By");
        bench.network
                .accepts()
                .sends(from("x-served-by:  web-1 ", ""))
                .sends(from("X-Served-By: web-2", ""))
                .sends(from("X-SERVED-BY:web-1", ""));
        for (int i = 0; i < 3; i++) {
            bench.client.request("GET", "/").send();
        }
        var snapshot = bench.snapshot();
        assertThat(requests(snapshot, "web-1")).isEqualTo(new Aggregate.Count(2));
        assertThat(requests(snapshot, "web-2")).isEqualTo(new Aggregate.Count(1));
        assertThat(nodes(snapshot, HTTP_REQ_DURATION)).containsExactlyInAnyOrder("web-1", "web-2");
    }

    @Test
    void aNodeMayHideItsName() {
        var bench = bench("header:X-Served-By");
        bench.network.accepts().sends(from("X-Served: a", "")).sends(from("X-Served-By:", ""));
        bench.client.request("GET", "/").send();
        bench.client.request("GET", "/").send();
        assertThat(requests(bench.snapshot(), NodeNames.UNNAMED)).isEqualTo(new Aggregate.Count(2));
    }

    @Test
    void theNodeIsAFieldOfTheBody() {
        var bench = bench("json:$.node.id");
        bench.network
                .accepts()
                .sends(answer("200 OK", "{\"node\":{\"id\":\"a\"}}"))
                .sends(answer("500 Oh", "{\"node\":{\"id\":17}}"))
                .sends(answer("200 OK", "no JSON"));
        for (int i = 0; i < 3; i++) {
            bench.client.request("GET", "/").send();
        }
        assertThat(nodes(bench.snapshot(), HTTP_REQS))
                .containsExactlyInAnyOrder("a", "17", NodeNames.UNNAMED);
    }

    @Test
    void theNodeIsTheAddressAlsoWhereItDoesNotAnswer() {
        var bench = bench("address");
        bench.network.accepts().opening(0, 0, 0, "").sends(answer("200 OK", "")).closes();
        bench.network.accepts().opening(0, 0, 0, "").fails(Kind.RESET);
        bench.client.request("GET", "/").send();
        bench.client.request("GET", "/").send();
        assertThat(requests(bench.snapshot(), "127.0.0.1")).isEqualTo(new Aggregate.Count(2));
    }

    @Test
    void whoRefusesAConnectionIsNoNode() {
        var bench = bench("address");
        bench.network.refuses(Kind.CONNECT_REFUSED, 0);
        bench.client.request("GET", "/").send();
        assertThat(nodes(bench.snapshot(), HTTP_REQS)).containsExactly("");
    }

    @Test
    void aServerThatMakesUpNamesFillsALimitedTable() {
        var names = new NodeNames();
        for (int i = 0; i < 2 * NodeNames.MAX; i++) {
            int number = names.number("node-" + i);
            String expected = i < NodeNames.MAX ? "node-" + i : NodeNames.OTHER;
            assertThat(names.name(number)).isEqualTo(expected);
        }
        assertThat(names.name(names.number("node-7"))).isEqualTo("node-7");
    }

    @Test
    void aNameIsShownWithoutWhatActsOnATerminalAndNotAtAnyLength() {
        var names = new NodeNames();
        assertThat(names.name(names.number("a\u001B[31mb"))).isEqualTo("a?[31mb");
        assertThat(names.name(names.number("n".repeat(5000)))).hasSize(101);
    }

    @Test
    void withoutTheOptionNothingIsTagged() {
        var bench = Bench.atShop();
        bench.network.accepts().sends(from("X-Served-By: web-1", ""));
        bench.client.request("GET", "/").send();
        assertThat(nodes(bench.snapshot(), HTTP_REQS)).containsExactly("");
    }

    @Test
    void aFieldOfABodyNeedsTheBody() {
        var dropping = new HttpOptions("", Map.of(), HttpOptions.DEFAULT.timeout(), true, true);
        var watch = ResponseWatch.NONE.withNodes(NodeSource.parse("json:$.n"));
        assertThatThrownBy(() -> dropping.withWatch(watch)).hasMessageContaining("discarded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"header:X-Served-By", "json:$.a[0].b", "address"})
    void aSourceIsReadAsItIsWritten(String text) {
        assertThat(NodeSource.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "header", "header:", "header:a b", "json:", "json:$[", "address:x", "x"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> NodeSource.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLongestGapLiesBetweenSuccessesAndTheEdgesOfTheWindow() {
        var successes = new Successes();
        assertThat(successes.longestGapNanos(0)).isEmpty();
        successes.mark(0);
        successes.open(1_000_000_000, 100_000_000);
        successes.mark(999_999_999);
        successes.mark(1_010_000_000);
        successes.mark(1_060_500_000);
        successes.mark(1_100_000_000);
        assertThat(successes.longestGapNanos(Long.MAX_VALUE)).hasValue(49_000_000);
        assertThat(successes.longestGapNanos(1_030_000_000)).hasValue(19_000_000);
    }

    @Test
    void onlyASuccessIsMarked() {
        var successes = new Successes();
        var watch = ResponseWatch.NONE.withSuccesses(successes);
        var bench = new Bench(Bench.options("http://shop.test").withWatch(watch));
        successes.open(0, 1_000_000_000);
        bench.network.accepts().sends(answer("503 Busy", ""));
        bench.client.request("GET", "/").send();
        assertThat(successes.longestGapNanos(Long.MAX_VALUE)).hasValue(1_000_000_000);
    }
}
