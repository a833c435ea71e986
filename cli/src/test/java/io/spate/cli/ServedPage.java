package io.spate.cli;

import io.spate.cli.process.SpateProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command that serves a page until it is left, on a thread of its own, and a client of it. */
final class ServedPage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.]+:\\d+");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Thread thread;
    private final String url;

    /** Starts one; the first address that it prints is where it is. */
    ServedPage(FakeProcess given, String... arguments) throws Exception {
        var process =
                new SpateProcess(given.env(), given.folder(), stream(out), stream(err), false);
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("served")
                        .start(() -> code.complete(new Spate(process).run(arguments)));
        Matcher address = ADDRESS.matcher(err());
        while (!address.find()) {
            if (code.isDone()) {
                throw new AssertionError("it has ended: " + err());
            }
            Thread.sleep(20);
            address = ADDRESS.matcher(err());
        }
        url = address.group();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String url() {
        return url;
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(PATIENCE)
                        .method(method, BodyPublishers.ofString(body));
        var all = new ArrayList<>(List.of(headers));
        if (!method.equals("GET") && !path.equals("/swarm")) {
            all.addAll(List.of("X-Spate-CSRF", csrf()));
        }
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(path).body());
    }

    private String csrf() throws IOException, InterruptedException {
        return json("/api/v1/session").path("csrf").asString("");
    }

    /** Waits until the run that goes on has come to a state. */
    JsonNode await(String state) throws IOException, InterruptedException {
        var run = json("/api/v1/run");
        while (!run.path("state").asString("").equals(state)) {
            Thread.sleep(50);
            run = json("/api/v1/run");
        }
        return run;
    }

    /** Waits until the command has ended; its exit code. */
    int exitCode() throws Exception {
        return code.get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.close();
        thread.interrupt();
        try {
            boolean _ = thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
