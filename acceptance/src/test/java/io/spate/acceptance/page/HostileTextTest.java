package io.spate.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.spate.acceptance.reliability.RawServer;
import io.spate.acceptance.reliability.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of a test and answers of its target that would be code if a page took them for it. */
class HostileTextTest extends InBrowser {
    private static final String IMAGE = "<img src=x onerror=alert(1)>";
    private static final String SCRIPT = "</script><script>alert(2)</script>";
    private static final String LINK = "\"><a href=\"javascript:alert(3)\">x</a>";

    @TempDir Path folder;

    /** Answers with what hurts, in its status line, its headers and its body, or with no HTTP. */
    private static void serve(Wire wire) throws IOException {
        while (true) {
            wire.request().pause(20);
            if (wire.path().startsWith("/broken")) {
                wire.send("HTTP/1.1 " + IMAGE + SCRIPT + "\r\n\r\n");
                return;
            }
            wire.send(
                    "HTTP/1.1 500 " + IMAGE + "\r\n",
                    "X-Evil: " + SCRIPT + "\r\n",
                    "Content-Type: text/html\r\nContent-Length: " + SCRIPT.length() + "\r\n\r\n",
                    SCRIPT);
        }
    }

    private static String plan(RawServer target) {
        return """
        name: 'shop %1$s'
        target: %3$s
        tags: {team: '%1$s'}
        scenarios:
          '%1$s':
            users: 1
            duration: 4s
            think: 50ms
            steps:
              - get: /one
                name: '%1$s'
                check: {name: '%2$s', status: 200}
              - get: /broken
                name: '%2$s'
              - group: '%1$s'
                steps:
                  - get: /two
                    name: '%4$s'
              - fail: '%1$s'
        thresholds:
          error_rate: 1%%
        """
                .formatted(IMAGE, SCRIPT, target.url(), LINK);
    }

    @Test
    void staysTextOnEveryPage() throws Exception {
        try (var target = RawServer.start(HostileTextTest::serve);
                var user = user(DESK)) {
            Files.writeString(folder.resolve("evil.yml"), plan(target));
            try (var ui = Ui.start(folder, 0)) {
                var page = open(user, ui.url());
                page.locator(".plan").filter(withText("evil.yml")).click();
                button(page, "Start the test").click();
                assertThat(state(page)).hasText("Running");
                assertThat(page.locator(".details")).containsText(IMAGE);
                staysText(page);
                assertThat(state(page)).hasText("Failed");
                for (var each : List.of("Failures", "Exceptions", "Thresholds", "Checks", "Log")) {
                    tab(page, each).click();
                    page.locator(".details summary").all().forEach(it -> it.click());
                    staysText(page);
                }
                tab(page, "Failures").click();
                assertThat(page.locator(".failures")).containsText(IMAGE);
                assertThat(page.locator(".failures")).containsText(SCRIPT);
                tab(page, "Exceptions").click();
                assertThat(page.locator(".script-errors")).containsText(IMAGE);
                historyStaysText(page, ui);
            }
        }
    }

    private void historyStaysText(Page page, Ui ui) {
        page.getByText("Full results").click();
        assertThat(page.locator("h1")).containsText(IMAGE);
        staysText(page);
        page.locator(".notes button").click();
        page.getByLabel("Notes").fill(IMAGE + SCRIPT);
        button(page, "Save").click();
        assertThat(page.locator(".notes p")).hasText(IMAGE + SCRIPT);
        var id = page.url().substring(page.url().lastIndexOf('/') + 1);
        for (var each : List.of("/runs", "/trends", "/compare?a=" + id + "&b=" + id)) {
            page.navigate(ui.url() + each);
            assertThat(page.locator("main")).containsText(IMAGE);
            staysText(page);
        }
        page.navigate(ui.url() + "/api/v1/run/report");
        assertThat(page.locator("h1")).containsText(IMAGE);
        staysText(page);
    }

    private static void staysText(Page page) {
        assertThat(page.locator("main img, main script, main a[href^='javascript']")).hasCount(0);
        assertThat(overflow(page)).isNotPositive();
    }
}
