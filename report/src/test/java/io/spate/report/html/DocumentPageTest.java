package io.spate.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Pages of documents that are no results. */
class DocumentPageTest {
    private static final Pattern CARRIED =
            Pattern.compile("id=\"spate-results\">(.*?)</script>", Pattern.DOTALL);

    @TempDir Path folder;

    @Test
    void thePageCarriesTheDocumentWhateverItHolds() throws Exception {
        var json = JsonMapper.shared();
        var document = json.createObjectNode();
        document.putArray("files").addObject().put("file", "</script><script>alert(1)//\u2028");
        var file = folder.resolve("page.html");

        HtmlReport.write(json.writeValueAsString(document), file);

        var carried = CARRIED.matcher(Files.readString(file));
        assertThat(carried.find()).isTrue();
        assertThat(json.readTree(carried.group(1))).isEqualTo(document);
    }
}
