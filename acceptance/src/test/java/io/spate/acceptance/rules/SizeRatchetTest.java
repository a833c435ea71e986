package io.spate.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Project;
import io.spate.acceptance.rules.Sources.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Limits on size. What is over stands in {@value #LIST} with its size, which may only fall: when it
 * does, the list must follow, so that it cannot rise again.
 */
class SizeRatchetTest {

    private static final String LIST =
            "acceptance/src/test/resources/io/spate/acceptance/rules/oversize.txt";

    @Test
    void nothingOutgrowsItsLimit() throws IOException {
        Map<String, Integer> found = oversize(Sources.load());
        Map<String, Integer> listed = readList(Project.root().resolve(LIST));

        assertThat(complaints(found, listed)).as("sizes over the limits").isEmpty();
    }

    @Test
    void complainsOfWhatIsNewGrownShrunkAndGone() {
        Map<String, Integer> found = Map.of("new", 61, "grown", 71, "shrunk", 64, "same", 65);
        Map<String, Integer> listed = Map.of("grown", 70, "shrunk", 70, "same", 65, "gone", 70);

        assertThat(complaints(found, listed))
                .containsExactly(
                        "gone is within its limit now: take it off " + LIST,
                        "grown has grown from 70 to 71: make it smaller",
                        "new has 61, over its limit: make it smaller",
                        "shrunk has fallen from 70 to 64: write 64 into " + LIST);
    }

    private static List<String> complaints(
            Map<String, Integer> found, Map<String, Integer> listed) {
        Map<String, String> complaints = new TreeMap<>();
        found.forEach(
                (name, size) -> {
                    Integer allowed = listed.get(name);
                    if (allowed == null) {
                        complaints.put(
                                name, name + " has " + size + ", over its limit: make it smaller");
                    } else if (size > allowed) {
                        complaints.put(
                                name,
                                "%s has grown from %d to %d: make it smaller"
                                        .formatted(name, allowed, size));
                    } else if (size < allowed) {
                        complaints.put(
                                name,
                                "%s has fallen from %d to %d: write %d into %s"
                                        .formatted(name, allowed, size, size, LIST));
                    }
                });
        for (String name : listed.keySet()) {
            if (!found.containsKey(name)) {
                complaints.put(name, name + " is within its limit now: take it off " + LIST);
            }
        }
        return List.copyOf(complaints.values());
    }

    private static Map<String, Integer> oversize(List<SourceFile> sources) {
        List<Sized> all = new ArrayList<>();
        Map<String, Integer> packages = new TreeMap<>();
        for (SourceFile file : sources) {
            all.add(new Sized(Limit.FILE, file.name(), file.lines()));
            if (file.isMain() && !file.isInfo()) {
                packages.merge(file.folder(), 1, Integer::sum);
            }
            for (Sources.Type type : file.types()) {
                String name = file.name() + "#" + type.name();
                all.add(new Sized(Limit.INTERFACE, name, type.abstractMethods()));
                for (Sources.Method method : type.methods()) {
                    all.add(new Sized(Limit.METHOD, name + "." + method.name(), method.lines()));
                }
            }
        }
        packages.forEach((name, files) -> all.add(new Sized(Limit.PACKAGE, name, files)));

        Map<String, Integer> over = new TreeMap<>();
        for (Sized each : all) {
            if (each.size > each.limit.size) {
                over.merge(each.limit.word + " " + each.name, each.size, Math::max);
            }
        }
        return over;
    }

    private static Map<String, Integer> readList(Path file) throws IOException {
        Map<String, Integer> listed = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int space = line.lastIndexOf(' ');
                listed.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
            }
        }
        return listed;
    }

    private enum Limit {
        METHOD("method", 60),
        FILE("file", 400),
        INTERFACE("interface", 5),
        PACKAGE("package", 25);

        private final String word;
        private final int size;

        Limit(String word, int size) {
            this.word = word;
            this.size = size;
        }
    }

    private record Sized(Limit limit, String name, int size) {}
}
