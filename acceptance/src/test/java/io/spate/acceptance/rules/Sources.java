package io.spate.acceptance.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.spate.acceptance.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the rules want to know of the sources, as the compiler's parser sees them. */
final class Sources {

    private static final Set<Tree.Kind> INTERFACES =
            Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private Sources() {}

    /** A file; its name is relative to the root, with slashes. */
    record SourceFile(
            String name, int lines, boolean documented, List<Type> types, List<String> imports) {
        boolean isMain() {
            return name.contains("/src/main/java/");
        }

        /** Whether it holds a package's or a module's description only. */
        boolean isInfo() {
            return name.endsWith("-info.java");
        }

        String folder() {
            return name.substring(0, name.lastIndexOf('/'));
        }
    }

    /**
     * A class, interface, record or enumeration.
     *
     * @param name with the types around it, as in {@code Histogram.Builder}
     * @param exposed whether it and all types around it are public
     * @param abstractMethods of an interface; 0 for anything else
     */
    record Type(
            String name,
            boolean exposed,
            boolean documented,
            int abstractMethods,
            List<Method> methods) {}

    /** A method or constructor with a body; the lines run from its signature to its last brace. */
    record Method(String name, int lines) {}

    static List<SourceFile> load() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(Project.sources()));
            DocTrees trees = DocTrees.instance(task);
            List<SourceFile> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(describe(unit, trees));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile describe(CompilationUnitTree unit, DocTrees trees) {
        Scanner scanner = new Scanner(unit, trees);
        scanner.scan(unit, null);
        Path path = Path.of(unit.getSourceFile().toUri());
        Tree header = unit.getModule() == null ? unit.getPackage() : unit.getModule();
        return new SourceFile(
                Project.root().relativize(path).toString().replace('\\', '/'),
                countLines(unit),
                header != null && trees.getDocComment(TreePath.getPath(unit, header)) != null,
                scanner.types,
                scanner.imports);
    }

    private static int countLines(CompilationUnitTree unit) {
        try {
            return (int) unit.getSourceFile().getCharContent(true).toString().lines().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final SourcePositions positions;
        private final List<Type> types = new ArrayList<>();
        private final List<String> imports = new ArrayList<>();

        Scanner(CompilationUnitTree unit, DocTrees trees) {
            this.unit = unit;
            this.trees = trees;
            this.positions = trees.getSourcePositions();
        }

        @Override
        public @Nullable Void visitImport(ImportTree tree, @Nullable Void nothing) {
            imports.add(tree.getQualifiedIdentifier().toString());
            return super.visitImport(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            List<Method> methods = new ArrayList<>();
            int abstractMethods = 0;
            for (Tree member : tree.getMembers()) {
                if (member instanceof MethodTree method) {
                    if (method.getBody() != null && positions.getEndPosition(unit, method) >= 0) {
                        methods.add(new Method(method.getName().toString(), lines(method)));
                    } else if (INTERFACES.contains(tree.getKind())) {
                        abstractMethods++;
                    }
                }
            }
            types.add(
                    new Type(
                            nestedName(),
                            isExposed(),
                            trees.getDocComment(getCurrentPath()) != null,
                            abstractMethods,
                            methods));
            return super.visitClass(tree, null);
        }

        private int lines(MethodTree method) {
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            return (int) (last - first + 1);
        }

        private String nestedName() {
            StringBuilder name = new StringBuilder();
            for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
                if (at.getLeaf() instanceof ClassTree type) {
                    String simple = type.getSimpleName().toString();
                    name.insert(0, (simple.isEmpty() ? "(anonymous)" : simple) + ".");
                }
            }
            return name.substring(0, name.length() - 1);
        }

        private boolean isExposed() {
            boolean exposed = true;
            for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
                if (at.getLeaf() instanceof ClassTree type) {
                    exposed &= isPublic(type, at.getParentPath().getLeaf());
                } else if (!(at.getLeaf() instanceof CompilationUnitTree)) {
                    exposed = false;
                }
            }
            return exposed;
        }

        private static boolean isPublic(ClassTree type, Tree around) {
            return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    || INTERFACES.contains(around.getKind());
        }
    }
}
