package io.spate.cli.web;

import io.spate.web.api.Plans.PlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
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

    /** The file of a plan that was found. */
    Optional<PlanFile> find(String path) {
        return list().stream().filter(it -> it.path().equals(path)).findFirst();
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<PlanFile> found;
        private int seen;

        Visitor(List<PlanFile> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = String.valueOf(folder.getFileName());
            boolean skipped = name.startsWith(".") || OTHERS.contains(name);
            return skipped && !folder.equals(real)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                kind(file).ifPresent(it -> add(file, it));
            }
            return ++seen < LOOKED_AT_MAX && found.size() < FILES_MAX
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private void add(Path file, String kind) {
            var path = real.relativize(file).toString();
            var name = String.valueOf(file.getFileName());
            // As an argument it would be taken for something else.
            if (!path.startsWith("-") && !path.startsWith("@")) {
                found.add(new PlanFile(path, kind, name.substring(0, name.lastIndexOf('.'))));
            }
        }
    }

    private static Optional<String> kind(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return YAML.matcher(head(file)).find() ? Optional.of("yaml") : Optional.empty();
        }
        boolean java = name.endsWith(".java") && JAVA.matcher(head(file)).find();
        return java ? Optional.of("java") : Optional.empty();
    }

    private static String head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
