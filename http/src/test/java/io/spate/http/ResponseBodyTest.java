package io.spate.http;

import static io.spate.http.Bench.answer;
import static io.spate.http.Bench.redirect;
import static io.spate.http.Bench.tags;
import static io.spate.metrics.BuiltinMetrics.DATA_RECEIVED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.http.ExchangeObserver.Exchanged;
import io.spate.http.wire.FakeConnection;
import io.spate.metrics.Aggregate;
import io.spate.net.failure.NetException.Kind;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseBodyTest {
    private final Bench bench = Bench.atShop();
    private final HttpClient client = bench.client;

    @Test
    void aBodyGoesToAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("out.txt"), "something old");
        bench.network
                .accepts()
                .sends("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
                .sends("6\r\n world\r\n0\r\n\r\n")
                .sends(answer("200 OK", ""));
        HttpResponse response = client.request("GET", "/").saveTo(file).send();

        assertThat(file).hasContent("hello world");
        assertThat(response.bodyBytes()).isEqualTo(11);
        assertThat(response.body()).isEmpty();
        assertThatThrownBy(() -> response.json("$.a"))
                .isInstanceOf(ExtractionException.class)
                .hasMessageContaining("its body went to " + file);
        client.request("GET", "/").saveTo(file).send();
        assertThat(file).isEmptyFile();
    }

    @Test
    void aFileThatCannotBeWrittenEndsTheRequestAndItsConnection(@TempDir Path folder) {
        FakeConnection connection = bench.network.accepts().sends(answer("200 OK", "x"));
        Path nowhere = folder.resolve("no/such/folder");
        assertThatThrownBy(() -> client.request("GET", "/").saveTo(nowhere).send())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot write the body to " + nowhere);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aBodyIsTakenPieceByPiece() {
        bench.network
                .accepts()
                .sends("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nab")
                .sends("cd")
                .sends("ef");
        List<String> pieces = new ArrayList<>();
        HttpResponse response =
                client.request("GET", "/")
                        .onBody(it -> pieces.add(StandardCharsets.UTF_8.decode(it).toString()))
                        .send();
        assertThat(pieces).containsExactly("ab", "cd", "ef");
        assertThat(response.bodyBytes()).isEqualTo(6);
    }

    @Test
    void aBodyOfAnySizeIsDropped() {
        var small =
                new Bench(
                        new HttpOptions(
                                "http://shop.test",
                                Map.of(),
                                Duration.ofSeconds(1),
                                true,
                                false,
                                10,
                                true,
                                100));
        small.network.accepts().sends(answer("200 OK", "x".repeat(5000)));
        HttpResponse response = small.client.request("GET", "/").discardBody().send();
        assertThat(response.ok()).isTrue();
        assertThat(response.bodyBytes()).isEqualTo(5000);
        assertThat(response.body()).isEmpty();
        assertThat(small.snapshot().find(DATA_RECEIVED))
                .contains(new Aggregate.Count(answer("200 OK", "x".repeat(5000)).length()));
    }

    @Test
    void theBodyOfARedirectThatIsFollowedGoesNowhere() {
        bench.network
                .accepts()
                .sends("HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 4\r\n\r\naway")
                .sends(answer("200 OK", "here"));
        var all = new StringBuilder();
        client.request("GET", "/a")
                .onBody(it -> all.append(StandardCharsets.UTF_8.decode(it)))
                .send();
        assertThat(all).hasToString("here");
    }

    @Test
    void aMistakeOfTheTakerEndsTheConnection() {
        FakeConnection connection = bench.network.accepts().sends(answer("200 OK", "x"));
        assertThatThrownBy(
                        () ->
                                client.request("GET", "/")
                                        .onBody(
                                                it -> {
                                                    throw new IllegalStateException("mine");
                                                })
                                        .send())
                .hasMessage("mine");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void anObserverSeesEachHop() {
        List<Exchanged> seen = new ArrayList<>();
        var watched = new Bench(Bench.options("http://shop.test").withObserver(seen::add));
        watched.network
                .accepts()
                .sends(redirect(302, "/b?token=abc"))
                .sends(
                        answer("200 OK", "{\"token\": \"abc\", \"name\": \"Ann\"}")
                                .replaceFirst(
                                        "\r\n",
                                        "\r\nContent-Type: application/json"
                                                + "\r\nSet-Cookie: sid=abc\r\n"));
        watched.client
                .request("POST", "/a")
                .bearer("abc")
                .json(Map.of("password", "abc"))
                .expect("fails", it -> false)
                .send();

        assertThat(seen).extracting(Exchanged::hop).containsExactly(0, 1);
        Exchanged first = seen.getFirst();
        assertThat(first.url()).isEqualTo("http://shop.test/a");
        assertThat(first.request().startLine()).isEqualTo("POST /a HTTP/1.1");
        assertThat(first.request().field("authorization")).isEqualTo("Bearer abc");
        assertThat(first.request().body()).isEqualTo("{\"password\":\"abc\"}");
        assertThat(first.ok()).isTrue();
        Exchanged last = seen.getLast();
        assertThat(last.request().startLine()).isEqualTo("GET /b?token=abc HTTP/1.1");
        assertThat(last.response().orElseThrow().body()).contains("Ann");
        assertThat(last.errorKind()).isEqualTo("check");
        assertThat(last.error()).isEqualTo("fails");
        assertThat(seen.stream().map(Exchanged::masked).toList().toString())
                .contains("Ann", "Bearer ***", "token=***", "sid=***", "\"password\":\"***\"")
                .doesNotContain("abc");
    }

    @Test
    void anObserverSeesFailures() {
        List<Exchanged> seen = new ArrayList<>();
        var watched = new Bench(Bench.options("http://shop.test").withObserver(seen::add));
        watched.network.refuses(Kind.CONNECT_REFUSED, 5);
        watched.client.request("GET", "/a").send();
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().response()).isEmpty();
        assertThat(seen.getFirst().errorKind()).isEqualTo("refused");
    }

    @Test
    void aRedirectToAHostThatIsNotAllowedIsAFailureOfThatHop() {
        bench.network.accepts().sends(redirect(302, "http://elsewhere.test/x"));
        bench.network.refuses(Kind.NOT_ALLOWED, 0);
        HttpResponse response = client.request("GET", "/a").bearer("mine").expectStatus(200).send();

        assertThat(response.ok()).isFalse();
        assertThat(response.status()).isZero();
        assertThat(response.errorKind()).isEqualTo("not_allowed");
        assertThat(tags(bench.snapshot(), HTTP_REQS))
                .extracting(it -> it.get("name") + " " + it.get("error_kind"))
                .containsExactlyInAnyOrder("/a ", "http://elsewhere.test/x not_allowed");
    }
}
