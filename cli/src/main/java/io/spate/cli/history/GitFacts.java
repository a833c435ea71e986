package io.spate.cli.history;

import io.spate.store.Commit;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is checked out in a folder, by asking Git. */
final class GitFacts {
    private static final String HASH = "# branch.oid ";
    private static final String BRANCH = "# branch.head ";
    private static final int PATIENCE_SECONDS = 5;

    private GitFacts() {}

    /** Nothing where there is no Git, no repository or no commit, or where it takes too long. */
    static Optional<Commit> of(Path folder) throws InterruptedException {
        var command =
                List.of(
                        "git",
                        "--no-optional-locks",
                        "status",
                        "--porcelain=v2",
                        "--branch",
                        "--untracked-files=no");
        try {
            var git =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                            .start();
            var ended = git.onExit();
            ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(_ -> git.destroyForcibly());
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? commit(said) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static File nothing() {
        return Path.of("/dev/null").toFile();
    }

    static Optional<Commit> commit(String status) {
        var lines = status.lines().toList();
        var branch = after(BRANCH, lines).filter(it -> !it.startsWith("(")).orElse("");
        boolean dirty = lines.stream().anyMatch(it -> !it.startsWith("#"));
        return after(HASH, lines)
                .filter(it -> !it.startsWith("("))
                .map(it -> new Commit(it, branch, dirty));
    }

    private static Optional<String> after(String start, List<String> lines) {
        return lines.stream()
                .filter(it -> it.startsWith(start))
                .map(it -> it.substring(start.length()))
                .findFirst();
    }
}
