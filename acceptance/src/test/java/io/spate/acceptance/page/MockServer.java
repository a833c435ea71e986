package io.spate.acceptance.page;

import io.spate.acceptance.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page on a server that makes its figures up, so that they and its failures can be chosen. */
final class MockServer implements AutoCloseable {
    private static final Path SCRIPT = Project.root().resolve("report/web/test/mock/server.mjs");

    private final Process process;
    private final BufferedReader output;
    final String url;

    private MockServer(Process process, BufferedReader output, String url) {
        this.process = process;
        this.output = output;
        this.url = url;
    }

    /** Starts one on a free port, or on one that is among the arguments. */
    static MockServer start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("node", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        // Of an option that is given twice the first counts.
        command.addAll(List.of("--port", "0"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = process.inputReader(StandardCharsets.UTF_8);
        String url = output.readLine();
        if (url == null || !url.startsWith("http://")) {
            process.destroyForcibly();
            throw new IOException("the mock server did not start: " + url);
        }
        return new MockServer(process, output, url);
    }

    String port() {
        return url.substring(url.lastIndexOf(':') + 1);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        output.close();
    }
}
