package io.spate.acceptance.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page says what the tests beside this one measure. */
class PageTest {
    private static final Path PAGE = Project.root().resolve("docs/reliability.md");
    private static final String FROM = "<!-- measured: printed by PageTest -->\n";
    private static final String TO = "<!-- end of what is measured -->\n";

    @Test
    void thePageShowsWhatIsMeasured() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(FROM) + FROM.length();
        int to = page.indexOf(TO);
        assertThat(page).contains(FROM, TO);
        String tables = tables(Cases.all());
        if (System.getProperty("spate.write") != null) {
            Files.writeString(PAGE, page.substring(0, from) + tables + page.substring(to));
        } else {
            assertThat(page.substring(from, to))
                    .as("%s; -Dspate.write writes it anew", PAGE)
                    .isEqualTo(tables);
        }
    }

    private static String tables(List<Case> cases) {
        var text = new StringBuilder();
        String group = "";
        for (Case each : cases) {
            if (!each.group().equals(group)) {
                group = each.group();
                text.append("\n### ").append(group).append("\n\n");
                text.append("| the server ... | Spate reports | known |\n|---|---|---|\n");
            }
            text.append("| ").append(each.name()).append(" | ");
            text.append(each.outcome().replace("|", "\\|")).append(" | ");
            text.append(
                    switch (each.when()) {
                        case AT_ONCE -> "at once";
                        case AT_TIMEOUT -> "at the timeout";
                    });
            text.append(" |\n");
        }
        return text.append('\n').toString();
    }
}
