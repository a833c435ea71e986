package io.spate.acceptance.page;

import io.spate.acceptance.commands.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command of this build that serves a page, and keeps runs in its folder.
 *
 * @param url where its page is
 */
record Ui(Command.Running running, String url) implements AutoCloseable {
    private static final Pattern URL =
            Pattern.compile("(?:Web UI:|web interface at) (http://[\\d.:]+)");

    /**
     * Starts {@code spate ui}.
     *
     * @param port 0 for a free one
     * @param variables of its environment, as {@code NAME=VALUE}
     */
    static Ui start(Path folder, int port, String... variables)
            throws IOException, InterruptedException {
        return start(folder, List.of(variables), "ui", "--web=127.0.0.1:" + port);
    }

    /** Starts any command. */
    static Ui start(Path folder, List<String> variables, String... arguments)
            throws IOException, InterruptedException {
        var environment = new ArrayList<>(List.of("env", "SPATE_STORE=" + history(folder)));
        environment.addAll(variables);
        var running = Command.ofThisBuild().startUnder(environment, folder, arguments);
        running.awaitText("http://127.0.0.1:");
        var found = URL.matcher(running.err());
        if (!found.find()) {
            running.close();
            throw new AssertionError(running.err());
        }
        return new Ui(running, found.group(1));
    }

    static Path history(Path folder) {
        return folder.resolve("history.db");
    }

    int port() {
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }

    /** What it has printed of its runs, results first. */
    String printed() throws IOException {
        return running.out() + running.err();
    }

    @Override
    public void close() {
        running.close();
    }
}
