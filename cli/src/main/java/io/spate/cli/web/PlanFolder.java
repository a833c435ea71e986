package io.spate.cli.web;

import io.spate.web.api.Plans.PlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tests of a folder. Nothing outside of it is read: links are not followed, and a path that is
 * asked for must be one of those that were found.
 *
 * @param real without links
 */
record PlanFolder(Path real) {
    private static final int DEPTH = 6;
    private static final int FILES_MAX = 1_000;
    private static final int LOOKED_AT_MAX = 20_000;
    private static final int HEAD_BYTES = 64 * 1024;
    private static final Set<String> OTHERS = Set.of("target", "build", "node_modules", "out");
    private static final Pattern YAML = Pattern.compile("(?m)^(scenarios|steps|load|workload):");
    private static final Pattern JAVA = Pattern.compile("\\bLoadTest\\b");
    private static final Pattern K6 =
            Pattern.compile("\\bfrom\\s*['\"]k6(?:/[\\w/-]+)?['\"]|require\\(['\"]k6");
    private static final Pattern K6_ENTRY =
            Pattern.compile("\\bexport\\s+(?:default|const\\s+options|let\\s+options)\\b");
    private static final Pattern LOCUST =
            Pattern.compile(
                    "(?m)^\\s*(?:from\\s+locust(?:\\.[\\w.]+)?\\s+import|import\\s+locust)\\b");

    static PlanFolder of(Path folder) throws IOException {
        return new PlanFolder(folder.toRealPath());
    }

    /** Those there are, by their paths. */
    List<PlanFile> list() {
        var found = new ArrayList<PlanFile>();
        try {
            Files.walkFileTree(
                    real, EnumSet.noneOf(FileVisitOption.class), DEPTH, new Visitor(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(PlanFile::path));
        return found;
    }

    /** The plan of a path, where it is one of those that a list has. */
    Optional<PlanFile> find(String path) {
        try {
            var file = real.resolve(path).normalize();
            boolean plain = file.startsWith(real) && real.relativize(file).toString().equals(path);
            return plain && isSeen(file) ? plan(file) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** Whether the way to a file is one that is gone. */
    private boolean isSeen(Path file) {
        var way = real.relativize(file);
        var at = real;
        for (var part : way) {
            at = at.resolve(part);
            boolean last = at.equals(file);
            if (Files.isSymbolicLink(at) || (!last && isSkipped(part.toString()))) {
                return false;
            }
        }
        return way.getNameCount() <= DEPTH && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isSkipped(String folder) {
        return folder.startsWith(".") || OTHERS.contains(folder);
    }

    private Optional<PlanFile> plan(Path file) {
        var path = real.relativize(file).toString();
        var name = String.valueOf(file.getFileName());
        // As an argument it would be taken for something else.
        return path.startsWith("-") || path.startsWith("@")
                ? Optional.empty()
                : kind(file)
                        .map(
                                it ->
                                        new PlanFile(
                                                path,
                                                it,
                                                name.substring(0, name.lastIndexOf('.'))));
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<PlanFile> found;
        private int seen;

        Visitor(List<PlanFile> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(real) && isSkipped(String.valueOf(folder.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                plan(file).ifPresent(found::add);
            }
            return ++seen < LOOKED_AT_MAX && found.size() < FILES_MAX
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static Optional<String> kind(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return YAML.matcher(head(file)).find() ? Optional.of("yaml") : Optional.empty();
        }
        if (name.endsWith(".java")) {
            return JAVA.matcher(head(file)).find() ? Optional.of("java") : Optional.empty();
        }
        if (name.endsWith(".js") || name.endsWith(".ts")) {
            var head = head(file);
            return K6.matcher(head).find() && K6_ENTRY.matcher(head).find()
                    ? Optional.of("k6")
                    : Optional.empty();
        }
        boolean locust = name.endsWith(".py") && LOCUST.matcher(head(file)).find();
        return locust ? Optional.of("locust") : Optional.empty();
    }

    private static String head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
