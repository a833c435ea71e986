package io.spate.report.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.report.json.SampleRun;
import io.spate.report.text.Cells;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlackMessageTest {

    private static JsonNode message(String text) {
        var results = SampleRun.withText(text).results();
        return JsonMapper.shared()
                .readTree(SlackMessage.json(results, Optional.of("https://ci/1")));
    }

    @Property(tries = 40)
    void whateverANameHoldsSlackTakesTheMessageAndShowsTheName(@ForAll String name) {
        var nasty = " <!channel> & *bold* \"q\" " + name + "\n\u0000🚀";
        var message = message(nasty);

        var header = message.at("/blocks/0/text");
        assertThat(header.path("type").asString()).isEqualTo("plain_text");
        assertThat(header.path("text").asString()).hasSizeBetween(1, 150);
        var shown = "✅ PASSED: Shop: browse and buy" + Cells.clean(nasty);
        if (shown.length() <= 150 && header.path("text").asString().startsWith("✅")) {
            assertThat(header.path("text").asString()).isEqualTo(shown);
        }
        assertThat(message.path("text").asString()).doesNotContain("<!channel>");
        for (var block : message.path("blocks")) {
            for (var field : block.path("fields")) {
                assertThat(field.path("type").asString()).isEqualTo("plain_text");
                assertThat(field.path("text").asString()).hasSizeBetween(1, 2000);
            }
        }
    }

    @Test
    void longNamesAndManyViolationsAreCut() {
        var message = message("x".repeat(10_000));

        assertThat(message.at("/blocks/0/text/text").asString()).hasSize(150).endsWith("…");
        for (var block : message.path("blocks")) {
            assertThat(block.at("/text/text").asString("").length()).isLessThanOrEqualTo(3000);
        }
    }
}
