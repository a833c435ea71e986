package io.spate.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsJsonTest {
    @TempDir Path folder;

    /**
     * Where the format is meant to change, raise its version and take over the file written here.
     */
    @Test
    void theFormatStaysAsItIsWritten() throws IOException {
        Path actual = Path.of("target", "results-1.actual.json");

        ResultsJson.write(SampleRun.of(4, 3, 2).results(), actual);

        assertThat(Files.readString(actual)).isEqualTo(golden());
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Path file = folder.resolve("deep/down/results.json");
        var results = SampleRun.of(10, 12, 2).results();

        ResultsJson.write(results, file);

        assertThat(ResultsJson.read(file)).isEqualTo(results);
        assertThat(file.getParent()).isDirectoryContaining(it -> it.equals(file));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).as("no partial file is left").hasSize(1);
        }
    }

    @Test
    void anOlderDocumentIsStillRead() throws IOException {
        Path file = Files.writeString(folder.resolve("results.json"), text("results-1-first.json"));

        var results = ResultsJson.read(file);

        assertThat(results.totals().requests()).isPositive();
        assertThat(results.levels()).isEmpty();
        assertThat(results.trusted()).isTrue();
    }

    @Test
    void somethingElseIsRefusedWithTheNameOfTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"format\": ");
        assertThatIOException()
                .isThrownBy(() -> ResultsJson.read(file))
                .withMessageContaining("other.json is no result document");

        Path newer = Files.writeString(folder.resolve("newer.json"), newer());
        assertThatIOException()
                .isThrownBy(() -> ResultsJson.read(newer))
                .withMessageContaining("newer.json has format 99");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "17",
                "{}",
                "{\"format\": 1}",
                "{\"format\": 1, \"totals\": {}}",
                "{\"format\": \"1\", \"totals\": {}}",
                "{\"metrics\": {\"http_reqs\": {\"count\": 1}}}",
                "<html>"
            })
    void anythingElseIsOneMessageWithTheNameOfTheFile(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), text);
        assertThatIOException()
                .isThrownBy(() -> ResultsJson.read(file))
                .withMessageContaining("other.json is no result document");
    }

    @Test
    void neitherAreBytesAFolderOrNothing() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 0, 1});
        assertThatIOException()
                .isThrownBy(() -> ResultsJson.read(bytes))
                .withMessageContaining("bytes is no result document");
        assertThatIOException().isThrownBy(() -> ResultsJson.read(folder));
        assertThatIOException()
                .isThrownBy(() -> ResultsJson.read(folder.resolve("gone.json")))
                .withMessageContaining("gone.json is not there");
    }

    private static String newer() throws IOException {
        return golden().replaceFirst("\"format\" : \\d+", "\"format\" : 99");
    }

    private static String golden() throws IOException {
        return text("results-1.json");
    }

    private static String text(String file) throws IOException {
        try (var in = ResultsJsonTest.class.getResourceAsStream(file)) {
            assertThat(in).as("golden file").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
