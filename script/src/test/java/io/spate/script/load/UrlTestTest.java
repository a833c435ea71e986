package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.script.LoadOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTestTest {
    @Test
    void isOneScenarioCalledDefault() {
        var plan = TestLoader.load("http://shop.test:81/a?b=c", LoadOptions.NONE).plan();
        assertThat(plan.name()).isEqualTo("http://shop.test:81/a?b=c");
        assertThat(plan.target()).isEqualTo("http://shop.test:81");
        assertThat(plan.scenarios()).extracting("name").containsExactly("default");
    }

    @Test
    void showsNoCredentials() {
        var plan = TestLoader.load("http://ann:secret@shop.test/a", LoadOptions.NONE).plan();
        assertThat(plan.name()).isEqualTo("http://shop.test/a");
        assertThat(plan.target()).isEqualTo("http://shop.test");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /",
        "/, /",
        "/a/b?c=d, /a/b?c=d",
        "?c=d, /?c=d",
        "/a?json={1}, /a?json=%7B1%7D",
        "/a#part, /a"
    })
    void asksForThePathAsWritten(String written, String asked) throws Exception {
        try (var server = TinyServer.start(_ -> "fine")) {
            var result = Runs.run(TestLoader.load(server.url() + written, LoadOptions.NONE));
            assertThat(result.total().errors()).isEmpty();
            assertThat(server.requests()).extracting("target").containsOnly(asked);
            assertThat(server.requests()).extracting("method").containsOnly("GET");
        }
    }

    @Test
    void postsABody() throws Exception {
        try (var server = TinyServer.start(_ -> "fine")) {
            var options = Runs.body("{}", Map.of("content-type", "application/json"));
            Runs.run(TestLoader.load(server.url() + "/a", options));
            assertThat(server.requests()).extracting("method").containsOnly("POST");
            assertThat(server.requests()).extracting("body").containsOnly("{}");
            assertThat(server.requests())
                    .allMatch(it -> "application/json".equals(it.headers().get("Content-Type")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://, host",
        "http:///a, host",
        "http://shop.test:0/, port",
        "http://shop.test:99999/, port",
        "https://shop test/, host"
    })
    void tellsWhatIsWrongWithAUrl(String url, String fault) {
        assertThat(ScriptFiles.failure(url, LoadOptions.NONE)).hasMessageContaining(fault);
    }
}
