package io.spate.web.page;

import static org.assertj.core.api.Assertions.assertThat;

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

class PageFilesTest {
    private static final Path WEB = Path.of("..", "report", "web");
    private static final List<String> FILES =
            List.of(
                    "ui.html",
                    "package-lock.json",
                    "package.json",
                    "tsconfig.json",
                    "vite.config.ts");

    @Test
    void thePageWasBuiltFromItsSources() throws IOException {
        assertThat(file("index.html"))
                .as("report/web has changed since the page was built: run report/web/build")
                .contains("data-sources=\"" + hash() + "\"");
    }

    @Test
    void nothingInThePageNeedsAWeakPolicy() {
        assertThat(file("index.html"))
                .doesNotContainPattern("<script(?![^>]*\\ssrc=\"/assets/)")
                .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "assets/ui.js", "assets/ui.css", "assets/icon.svg"})
    void nothingIsAskedOfAnotherHost(String name) {
        // Namespaces of SVG and XLink are names and are never fetched.
        String text = file(name).replaceAll("https?://www\\.w3\\.org/[\\w/]+", "");
        assertThat(text)
                .doesNotContainPattern("(?i)(src|href|url|import|fetch)\\s*[=(]\\s*[\"'`]?https?:")
                .doesNotContain("//cdn", "fonts.googleapis");
    }

    /** As vite.config.ts computes it. */
    private static String hash() throws IOException {
        var sources = new TreeMap<String, Path>();
        FILES.forEach(name -> sources.put(name, WEB.resolve(name)));
        for (String folder : List.of("src", "public")) {
            try (var files = Files.walk(WEB.resolve(folder))) {
                files.filter(Files::isRegularFile).forEach(it -> sources.put(name(it), it));
            }
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
        try (var in = PageFilesTest.class.getResourceAsStream("/io/spate/web/page/" + name)) {
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
