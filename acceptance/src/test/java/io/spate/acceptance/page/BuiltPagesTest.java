package io.spate.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as they were built, which are in the repository. */
class BuiltPagesTest {
    private static final Path WEB = Project.root().resolve("report/web");
    private static final String UI = "web/page/";
    private static final String REPORT = "report/html/report.html";
    private static final List<String> FILES =
            List.of("package-lock.json", "package.json", "tsconfig.json", "vite.config.ts");

    @Test
    void thePagesWereBuiltFromTheirSources() throws IOException {
        var told = "report/web has changed since the page was built: run report/web/build";
        assertThat(file(UI + "index.html"))
                .as(told)
                .contains("data-sources=\"" + hash("ui.html", "src", "public") + "\"");
        assertThat(file(REPORT))
                .as(told)
                .contains("data-sources=\"" + hash("index.html", "src") + "\"");
    }

    @Test
    void nothingInThePageNeedsAWeakPolicy() {
        assertThat(file(UI + "index.html"))
                .doesNotContainPattern("<script(?![^>]*\\ssrc=\"/assets/)")
                .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "assets/ui.js", "assets/ui.css", "assets/icon.svg"})
    void nothingIsAskedOfAnotherHost(String name) {
        // Namespaces of SVG and XLink are names and are never fetched.
        String text = file(UI + name).replaceAll("https?://www\\.w3\\.org/[\\w/]+", "");
        assertThat(text)
                .doesNotContainPattern("(?i)(src|href|url|import|fetch)\\s*[=(]\\s*[\"'`]?https?:")
                .doesNotContain("//cdn", "fonts.googleapis");
    }

    /** As vite.config.ts computes it; the report has nothing of what is the web UI's alone. */
    private static String hash(String page, String... folders) throws IOException {
        var sources = new TreeMap<String, Path>();
        FILES.forEach(name -> sources.put(name, WEB.resolve(name)));
        sources.put(page, WEB.resolve(page));
        for (String folder : folders) {
            try (var files = Files.walk(WEB.resolve(folder))) {
                files.filter(Files::isRegularFile).forEach(it -> sources.put(name(it), it));
            }
        }
        if (folders.length == 1) {
            sources.keySet().removeIf(it -> it.startsWith("src/ui/"));
        }
        var digest = sha256();
        for (var source : sources.entrySet()) {
            digest.update(source.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Files.readAllBytes(source.getValue()));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String name(Path file) {
        return WEB.relativize(file).toString().replace('\\', '/');
    }

    private static String file(String name) {
        try (var in = BuiltPagesTest.class.getResourceAsStream("/io/spate/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
