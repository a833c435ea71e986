package io.spate.k6.archive;

import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A script with what it needs.
 *
 * @param main the script's path
 * @param files all that it reads with itself, by path
 * @param options those in force when it was made
 * @param env the variables it may ask for
 */
public record K6Archive(
        Path main, Map<Path, byte[]> files, ObjectNode options, Map<String, String> env) {
    private static final String METADATA = "metadata.json";
    private static final String DATA = "data";
    private static final String FILE = "file";
    private static final String SCHEME = "file://";

    /** Whose machine it was is nobody's business. */
    private static final Pattern HOME = Pattern.compile("^/(home|Users)/[^/]+|^/root");

    public K6Archive {
        files = Map.copyOf(files);
        env = Map.copyOf(env);
    }

    /**
     * Writes it as k6 does: {@code metadata.json}, the script as {@code data}, and the files by
     * their paths, of which the names of users are taken out.
     */
    public void write(OutputStream out) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        var path = SCHEME + shown(main);
        var metadata = JsonNodeFactory.instance.objectNode().put("type", "js");
        metadata.set("options", options);
        metadata.put("filename", path).put("pwd", path.substring(0, path.lastIndexOf('/') + 1));
        new TreeMap<>(env).forEach(metadata.putObject("env")::put);
        metadata.put("compatibilityMode", "extended")
                .put("k6version", "2.2.0")
                .put("goos", "linux");
        var json = JsonMapper.shared().writerWithDefaultPrettyPrinter();
        entries.put(METADATA, json.writeValueAsString(metadata).getBytes(StandardCharsets.UTF_8));
        var script = files.get(main);
        entries.put(DATA, script == null ? new byte[0] : script);
        new TreeMap<>(files).forEach((file, content) -> entries.put(FILE + shown(file), content));
        Tar.write(entries, out);
    }

    private static String shown(Path file) {
        var text = file.toString().replace('\\', '/');
        return HOME.matcher(text.startsWith("/") ? text : "/" + text).replaceFirst("/home/nobody");
    }

    /**
     * Reads one.
     *
     * @param shown its name, for messages
     * @throws ScriptException where it is none
     */
    public static K6Archive read(String shown, InputStream in) {
        try {
            var entries = Tar.read(in);
            var metadata = entries.get(METADATA);
            if (metadata == null) {
                throw problem(shown, "this is no archive of k6: it has no metadata.json");
            }
            return of(shown, entries, JsonMapper.shared().readTree(metadata));
        } catch (IOException | JacksonException e) {
            throw problem(shown, "this is no archive of k6: " + e.getMessage());
        }
    }

    private static K6Archive of(
            String shown, Map<String, byte[]> entries, tools.jackson.databind.JsonNode metadata) {
        var name = metadata.path("filename").asString("");
        var data = entries.get(DATA);
        if (name.isEmpty() || data == null) {
            throw problem(shown, "this is no archive of k6 that can be run: it has no script");
        }
        var main = path(name);
        var files = new LinkedHashMap<Path, byte[]>();
        entries.forEach(
                (entry, content) -> {
                    if (entry.startsWith(FILE + "/")) {
                        files.put(path(entry.substring(FILE.length())), content);
                    }
                });
        files.put(main, data);
        var env = new LinkedHashMap<String, String>();
        metadata.path("env")
                .properties()
                .forEach(it -> env.put(it.getKey(), it.getValue().asString("")));
        var options =
                metadata.path("options") instanceof ObjectNode object
                        ? object
                        : JsonNodeFactory.instance.objectNode();
        return new K6Archive(main, files, options, env);
    }

    private static Path path(String name) {
        var bare = name.startsWith(SCHEME) ? name.substring(SCHEME.length()) : name;
        return Path.of(bare.startsWith("/") ? bare : "/" + bare).normalize();
    }

    private static ScriptException problem(String shown, String message) {
        return new ScriptException(List.of(new SourceProblem(shown, 0, 0, message, "")));
    }
}
