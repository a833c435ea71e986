package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.script.LoadOptions;
import io.spate.script.load.TinyServer.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs with one seed send the same requests. */
class SequenceTest {
    private static final String[] CHANCE = {
        "test.scenario(\"shop\").WORKLOAD",
        "        .feed(io.spate.script.feed.Feeder.csv(\"rows.csv\").FEED)",
        "        .onStart(u -> u.get(\"/start/\" + u.random(1, 1_000_000)).send())",
        "        .task(2, u -> u.get(\"/a/\" + u.random(1, 1_000_000) + \"?r=\"",
        "                + u.session().text(\"name\")).send())",
        "        .task(1, u -> u.post(\"/b\").body(\"\" + u.random().nextDouble()"
                + " + u.session().text(\"name\"), \"\").send());"
    };

    @TempDir Path folder;

    @Test
    void ofUsersWithIterationsOfTheirOwn() throws Exception {
        var file = file("users(3).iterationsPerUser(20)", "random()");
        var first = requests(file, 1);
        assertThat(first).hasSize(63).doesNotHaveDuplicates();
        assertThat(requests(file, 1)).isEqualTo(first);
        assertThat(requests(file, 2)).doesNotContainAnyElementsOf(first);
    }

    @Test
    void ofIterationsAtARate() throws Exception {
        var file = file("rate(200).duration(\"300ms\").users(1).maxUsers(50)", "shuffle()");
        var first = iterations(file, 1);
        assertThat(first).hasSize(60).doesNotHaveDuplicates();
        assertThat(iterations(file, 1)).isEqualTo(first);
        assertThat(iterations(file, 2)).doesNotContainAnyElementsOf(first);
    }

    private Path file(String workload, String feed) {
        var files = new ScriptFiles(folder);
        files.write("rows.csv", "name\nann\nbob\ncid\ndan\n");
        var lines = new String[CHANCE.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = CHANCE[i].replace("WORKLOAD", workload).replace("FEED", feed);
        }
        return files.writeTest("Chance", lines);
    }

    /** Without those of the users' starts: how many users a rate needs is a matter of time. */
    private static List<String> iterations(Path file, long seed) throws Exception {
        return requests(file, seed).stream().filter(it -> !it.contains("/start")).toList();
    }

    private static List<String> requests(Path file, long seed) throws Exception {
        try (var server = TinyServer.start(_ -> "")) {
            var none = LoadOptions.NONE;
            var options =
                    new LoadOptions(
                            none.env(),
                            none.workload(),
                            Optional.of(server.url()),
                            none.headers(),
                            none.timeout(),
                            false,
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            seed);
            var result = Runs.run(ScriptFiles.load(file, options));
            assertThat(result.total().errors()).isEmpty();
            return server.requests().stream().map(SequenceTest::text).sorted().toList();
        }
    }

    private static String text(Request request) {
        return request.method() + " " + request.target() + " " + request.body();
    }
}
