package io.spate.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.report.json.Results;
import io.spate.report.json.SampleRun;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    @Test
    void aRunOfAnHourOverManyEndpointsStaysBelowAMegabyte() throws IOException {
        var results = SampleRun.of(1200, 200, 4).results();
        assertThat(results.timeline().seconds()).hasSize(1200);
        assertThat(results.endpoints()).hasSize(200);

        assertThat(written(results).getBytes(StandardCharsets.UTF_8).length)
                .isBetween(200_000, 1_000_000);
    }

    /** What it writes is there to be looked at. */
    @Test
    void aReportIsWrittenToAFile() throws IOException {
        Path file = Path.of("target", "sample-report.html");
        var results = SampleRun.of(300, 12, 18).results();

        HtmlReport.write(results, file);

        assertThat(Files.readString(file)).isEqualTo(written(results));
    }

    @Test
    void noNameCanEndTheElementThatHoldsTheResults() throws IOException {
        var evil = "</script><script>alert(1)</script><!--\u2028\u2029";

        String page = written(SampleRun.withText(evil).results());

        String plain = written(SampleRun.withText("x").results());
        assertThat(page).doesNotContain(evil, "<script>alert", "\u2028", "\u2029");
        assertThat(page).contains("\\u003c/script>\\u003cscript>alert(1)");
        assertThat(page.split("<script", -1)).hasSameSizeAs(plain.split("<script", -1));
    }

    @Test
    void thePageAsksForNothingFromElsewhere() throws IOException {
        assertThat(HtmlReport.template())
                .contains("default-src 'none'")
                .doesNotContainPattern("(src|href)=\"(?!data:)");
    }

    private static String written(Results results) throws IOException {
        var writer = new StringWriter();
        HtmlReport.write(results, writer);
        return writer.toString();
    }
}
