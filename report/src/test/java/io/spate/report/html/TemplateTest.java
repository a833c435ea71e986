package io.spate.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Path WEB = Path.of("web");
    private static final List<String> FILES =
            List.of(
                    "index.html",
                    "package-lock.json",
                    "package.json",
                    "tsconfig.json",
                    "vite.config.ts");

    @Test
    void thePageWasBuiltFromTheSourcesBesideIt() throws IOException {
        assertThat(HtmlReport.template())
                .as("report/web has changed since the page was built: run report/web/build")
                .contains("data-sources=\"" + hash() + "\"");
    }

    /** As vite.config.ts computes it. */
    private static String hash() throws IOException {
        var sources = new TreeMap<String, Path>();
        FILES.forEach(name -> sources.put(name, WEB.resolve(name)));
        try (var files = Files.walk(WEB.resolve("src"))) {
            sources.putAll(
                    files.filter(Files::isRegularFile)
                            .filter(it -> !it.startsWith(WEB.resolve("src").resolve("ui")))
                            .collect(Collectors.toMap(TemplateTest::name, it -> it)));
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
