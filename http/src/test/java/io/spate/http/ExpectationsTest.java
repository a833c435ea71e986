package io.spate.http;

import static io.spate.http.Bench.answer;
import static io.spate.http.Bench.redirect;
import static io.spate.http.Bench.tags;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.net.failure.NetException.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private final Bench bench = Bench.atShop();
    private final HttpClient client = bench.client;

    private Tags onlyTags(Snapshot snapshot) {
        List<Tags> all = tags(snapshot, HTTP_REQS);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static void assertFailed(Snapshot snapshot, int failed, int all) {
        assertThat(snapshot.find(HTTP_REQ_FAILED)).contains(new Aggregate.Ratio(failed, all));
    }

    @Test
    void anExpectedStatusIsASuccess() {
        bench.network.accepts().sends(answer("404 Not Found", "gone"));
        HttpResponse response = client.request("GET", "/").expectStatus(200, 404).send();

        assertThat(response.ok()).isTrue();
        assertThat(response.errorKind()).isEmpty();
        Snapshot snapshot = bench.snapshot();
        assertFailed(snapshot, 0, 1);
        assertThat(onlyTags(snapshot).values())
                .containsEntry("expected_response", "true")
                .containsEntry("status", "404")
                .doesNotContainKeys("error_kind", "error", "error_code");
    }

    @Test
    void anotherStatusIsAFailureThatSaysWhatWasExpected() {
        bench.network.accepts().sends(answer("200 OK", ""));
        HttpResponse response = client.request("POST", "/").expectStatus(201, 202).send();

        assertThat(response.ok()).isFalse();
        assertThat(response.error()).isEqualTo("status 200, expected 201 or 202");
        Snapshot snapshot = bench.snapshot();
        assertFailed(snapshot, 1, 1);
        assertThat(onlyTags(snapshot).values())
                .containsEntry("expected_response", "false")
                .containsEntry("error_kind", "status")
                .containsEntry("error", "status 200, expected 201 or 202");
    }

    @Test
    void aConditionThatDoesNotHoldIsAFailedCheck() {
        bench.network.accepts().sends(answer("200 OK", "{}")).sends(answer("200 OK", "[1]"));
        for (int i = 0; i < 2; i++) {
            HttpResponse response =
                    client.request("GET", "/")
                            .expect("has items", it -> !it.json("$[0]").isEmpty())
                            .send();
            assertThat(response.ok()).isEqualTo(i == 1);
            assertThat(response.errorKind()).isEqualTo(i == 1 ? "" : "check");
        }
        Snapshot snapshot = bench.snapshot();
        assertFailed(snapshot, 1, 2);
        assertThat(tags(snapshot, HTTP_REQS))
                .anyMatch(
                        it ->
                                it.get("error_kind").equals("check")
                                        && it.get("error").equals("has items")
                                        && it.get("status").equals("200"));
    }

    @Test
    void conditionsComeOnTopOfTheStatus() {
        bench.network.accepts().sends(answer("500 Oops", ""));
        HttpResponse response = client.request("GET", "/").expect("fine", it -> true).send();

        assertThat(response.ok()).isFalse();
        assertThat(response.errorKind()).isEqualTo("status");
    }

    @Test
    void aJudgeDecidesWhateverTheStatus() {
        bench.network
                .accepts()
                .sends(answer("404 Not Found", ""))
                .sends(answer("200 OK", "sold out"));
        HttpRequest template = client.request("GET", "/").judge(ExpectationsTest::judged);
        PreparedRequest prepared = template.prepare();

        assertThat(client.send(prepared).ok()).isTrue();
        assertThat(client.send(prepared).error()).isEqualTo("sold out");
        assertFailed(bench.snapshot(), 1, 2);
    }

    private static Optional<String> judged(HttpResponse response) {
        return response.body().equals("sold out") ? Optional.of("sold\n out") : Optional.empty();
    }

    @Test
    void whereNoResponseCameNothingIsJudged() {
        bench.network.refuses(Kind.CONNECT_REFUSED, 0);
        HttpResponse response =
                client.request("GET", "/").judge(it -> Optional.empty()).expectStatus(200).send();

        assertThat(response.ok()).isFalse();
        assertThat(response.errorKind()).isEqualTo("refused");
        assertThat(onlyTags(bench.snapshot()).get("error_kind")).isEqualTo("refused");
    }

    @Test
    void ofRedirectsTheLastResponseIsJudged() {
        bench.network.accepts().sends(redirect(302, "/b")).sends(answer("200 OK", ""));
        assertThat(client.request("GET", "/a").expectStatus(200).send().ok()).isTrue();
        assertFailed(bench.snapshot(), 0, 2);
    }

    @Test
    void aRedirectThatIsNotFollowedIsJudged() {
        bench.network.accepts().sends(redirect(302, "/b")).sends(redirect(302, "/b"));
        assertThat(client.request("GET", "/a").redirects(0).expectStatus(302).send().ok()).isTrue();
        assertThat(client.request("GET", "/a").redirects(0).expectStatus(200).send().ok())
                .isFalse();
    }

    @Test
    void aMistakeOfTheScriptReachesItAndTheRequestIsCounted() {
        bench.network.accepts().sends(answer("200 OK", "")).sends(answer("200 OK", ""));
        HttpRequest request =
                client.request("GET", "/")
                        .expect(
                                "is there",
                                it -> {
                                    throw new IllegalStateException("mine");
                                });
        assertThatThrownBy(request::send).hasMessage("mine");
        assertThat(bench.snapshot().find(HTTP_REQS)).contains(new Aggregate.Count(1));
        bench.network.accepts().sends(answer("200 OK", ""));
        assertThat(client.request("GET", "/").send().ok()).isTrue();
    }

    @Test
    void aRequestWithinAJudgeIsRefused() {
        bench.network.accepts().sends(answer("200 OK", ""));
        HttpRequest request =
                client.request("GET", "/")
                        .expect("nested", it -> client.request("GET", "/x").send().ok());
        assertThatThrownBy(request::send).hasMessageContaining("while another one");
    }

    @Test
    void reasonsAreBounded() {
        FakeBodies.send(bench, 100);
        List<Tags> all = tags(bench.snapshot(), HTTP_REQS);

        assertThat(all)
                .hasSize(RequestSeries.ERROR_TEXTS_MAX + 1)
                .anyMatch(it -> it.get("error").equals("(other) check"));
    }

    /** Responses that are each turned down for a reason of its own. */
    private static final class FakeBodies {
        static void send(Bench bench, int count) {
            var connection = bench.network.accepts();
            for (int i = 0; i < count; i++) {
                connection.sends(answer("200 OK", "no. " + i));
            }
            for (int i = 0; i < count; i++) {
                bench.client.request("GET", "/").judge(it -> Optional.of(it.body())).send();
            }
        }
    }
}
