package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.result.RunResult.Ending;
import io.spate.script.load.TinyServer.Request;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data from files, through whole runs. */
class FeederRunTest {
    @TempDir Path folder;
    private ScriptFiles files;

    @BeforeEach
    void write() {
        files = new ScriptFiles(folder);
        var rows = new StringBuilder("name,note\n");
        IntStream.range(0, 50).forEach(it -> rows.append("n").append(it).append(",x\n"));
        files.write("data/rows.csv", rows.toString());
    }

    @Test
    void aRunEndsWellWhenItsDataAreUsedUpAndEachRowIsUsedOnce() throws Exception {
        var file = test("users(4).duration(\"5m\")", "stop()");
        try (var server = TinyServer.start(_ -> "")) {
            var result = Runs.run(ScriptFiles.load(file, Runs.env("TARGET", server.url())));

            assertThat(server.requests())
                    .extracting(Request::target)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 50).mapToObj(it -> "/n" + it).toList());
            assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(result.total().errors()).isEmpty();
            assertThat(Runs.count(result, "iterations")).isEqualTo(50);
            assertThat(Runs.count(result, "data_exhausted{data:data/rows.csv,scenario:main}"))
                    .isPositive();
        }
    }

    @Test
    void eachUserKeepsItsRowFromItsStartOn() throws Exception {
        var file = test("users(6).iterationsPerUser(10)", "uniquePerUser().stop()");
        try (var server = TinyServer.start(_ -> "")) {
            Runs.run(ScriptFiles.load(file, Runs.env("TARGET", server.url())));

            assertThat(server.requests().stream().map(Request::target).distinct())
                    .hasSize(6)
                    .allMatch(it -> it.matches("/n[0-5]"));
        }
    }

    @Test
    void mistakesAreToldWithTheLineOfTheFileOrOfTheScript() {
        files.write("data/rows.csv", "name,note\na,b\nc\n");
        assertThat(ScriptFiles.problems(test("users(2).iterations(9)", "recycle()")))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.file()).isEqualTo("data/rows.csv");
                            assertThat(it.line()).isEqualTo(3);
                            assertThat(it.message()).contains("1 fields, but 2 columns");
                        });
        files.write("data/rows.csv", "name,note\na,b\n");
        assertThat(ScriptFiles.problems(test("users(2).iterations(9)", "uniquePerUser().stop()")))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.file()).endsWith("Fed.java");
                            assertThat(it.line()).isEqualTo(6);
                            assertThat(it.message()).contains("for 1 users, but there may be 2");
                        });
        assertThat(ScriptFiles.problems(test("users(2).iterations(9)", "random().stop()")))
                .singleElement()
                .extracting(it -> it.message())
                .asString()
                .contains("use shuffle()");
    }

    private Path test(String workload, String feed) {
        return files.writeTest(
                "Fed",
                "var rows = io.spate.script.feed.Feeder.csv(\"data/rows.csv\").%s;"
                        .formatted(feed)
                        .replace(";", "; // line 5"),
                "test.baseUrl(test.env(\"TARGET\", \"http://h\")).scenario(\"main\").feed(rows).%s"
                        .formatted(workload),
                "        .task(u -> u.get(\"/\" + u.session().text(\"name\")).send());");
    }
}
