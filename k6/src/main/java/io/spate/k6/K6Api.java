package io.spate.k6;

import io.spate.k6.load.FileAccess;
import io.spate.k6.vu.ScriptLog;
import io.spate.metrics.Ticker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What scripts can import, for those who look at scripts without running them. */
public final class K6Api {
    private static final String MARK = "exports: ";

    private K6Api() {}

    /**
     * What a module has.
     *
     * @param names those it exports
     * @param members those of its default export
     */
    public record Exports(Set<String> names, Set<String> members) {}

    /** Whether a module can be imported by this name or URL. */
    public static boolean has(String specifier) {
        return specifier.contains("://")
                ? K6Modules.remote(K6Source.MODULES_CACHE).find(specifier).isPresent()
                : K6Modules.all().stream()
                        .anyMatch(
                                it ->
                                        it.name().equals(specifier)
                                                && !specifier.startsWith("#")
                                                && !specifier.startsWith("$"));
    }

    /**
     * What modules have. It asks the modules themselves, so that it cannot differ from what a
     * script finds.
     *
     * @param specifiers of modules that there are
     */
    public static Map<String, Exports> exports(Set<String> specifiers) {
        var script = new StringBuilder();
        var asked = new StringBuilder();
        int number = 0;
        for (var specifier : specifiers) {
            var quoted = JsonMapper.shared().writeValueAsString(specifier);
            script.append("import * as m%d from %s;\n".formatted(number, quoted));
            asked.append("%s: m%d,\n".formatted(quoted, number++));
        }
        script.append(
                """
                const members = (it) => (it === null || it === undefined ? [] : Object.getOwnPropertyNames(Object(it)));
                const all = {};
                for (const [name, it] of Object.entries({ %s }))
                    all[name] = { names: Object.keys(it), members: members(it.default) };
                console.log('%s' + JSON.stringify(all));
                export default function () {}
                """
                        .formatted(asked, MARK));
        var told = new ArrayList<String>();
        var file = Path.of("/exports.js").toAbsolutePath();
        var bytes = script.toString().getBytes(StandardCharsets.UTF_8);
        var source =
                new K6Source(
                        "exports.js",
                        file,
                        new FileAccess(List.of(), Map.of(file, bytes)),
                        Map.of(),
                        List.of(),
                        List.of());
        ScriptLog log = (_, message, _) -> told.add(message);
        K6Test.load(source, log, Ticker.system()).close();
        return told.stream()
                .filter(it -> it.startsWith(MARK))
                .findFirst()
                .map(it -> read(JsonMapper.shared().readTree(it.substring(MARK.length()))))
                .orElseThrow(() -> new IllegalStateException("the modules told nothing: " + told));
    }

    private static Map<String, Exports> read(JsonNode all) {
        var exports = new LinkedHashMap<String, Exports>();
        all.properties()
                .forEach(
                        it ->
                                exports.put(
                                        it.getKey(),
                                        new Exports(
                                                texts(it.getValue().path("names")),
                                                texts(it.getValue().path("members")))));
        return exports;
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new LinkedHashSet<String>();
        list.forEach(it -> texts.add(it.asString("")));
        return texts;
    }
}
