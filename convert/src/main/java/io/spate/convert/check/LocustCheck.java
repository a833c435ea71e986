package io.spate.convert.check;

import io.spate.convert.check.Finding.Place;
import io.spate.convert.python.Py;
import io.spate.convert.python.PyParser;
import io.spate.convert.syntax.ScriptSyntaxException;
import io.spate.locust.python.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks through a locustfile for imports that lead nowhere, and for what is not supported. */
public final class LocustCheck {
    /** Of the standard library, what needs native code. */
    private static final Set<String> NATIVE =
            Set.of("sqlite3", "ctypes", "curses", "tkinter", "dbm", "readline");

    private static final Set<String> DEFINITIONS =
            Set.of("ClassDef", "FunctionDef", "AsyncFunctionDef");

    private final PyParser parser;
    private final Modules modules = new Modules();
    private final String shown;
    private final Path file;
    private final Set<String> library;
    private final List<Finding> findings = new ArrayList<>();

    private LocustCheck(PyParser parser, String shown, Path file) {
        this.parser = parser;
        this.shown = shown;
        this.file = file.toAbsolutePath().normalize();
        this.library = parser.library();
    }

    /**
     * What is not supported.
     *
     * @param shown the file, as the user named it
     * @param file its path
     */
    public static List<Finding> of(PyParser parser, String shown, Path file) {
        var check = new LocustCheck(parser, shown, file);
        check.read();
        return List.copyOf(check.findings);
    }

    private void read() {
        try {
            var tree = parser.parse(Files.readString(file));
            tree.walk(this::visit);
            new LocustUse(
                            (node, what) -> findings.add(new Finding.Name(place(node), what)),
                            (node, what) -> findings.add(new Finding.Option(place(node), what)))
                    .read(tree);
            findings.sort(Comparator.comparingInt(it -> it.place().line()));
        } catch (IOException e) {
            findings.add(
                    new Finding.Syntax(
                            new Place(shown, 0, 0), shown + " cannot be read: " + e.getMessage()));
        } catch (ScriptSyntaxException e) {
            findings.add(
                    new Finding.Syntax(
                            new Place(shown, e.line(), e.column()),
                            String.valueOf(e.getMessage())));
        }
    }

    private void visit(Py node) {
        switch (node.type()) {
            case "Import" -> node.all("names").forEach(it -> imported(node, it.string("name")));
            case "ImportFrom" -> {
                if (node.json().path("level").asInt(0) == 0) {
                    var module = node.string("module");
                    if (imported(node, module)) {
                        names(node, module);
                    }
                }
            }
            default -> {}
        }
    }

    private Place place(Py node) {
        return new Place(shown, node.line(), node.column());
    }

    /** Whether there is such a module. */
    private boolean imported(Py node, String module) {
        var top = module.replaceFirst("\\..*", "");
        boolean ours = !modules.place(module).isEmpty();
        boolean known =
                ours
                        || !modules.place("standins." + top).isEmpty()
                        || (library.contains(top) && !NATIVE.contains(top))
                        || isBeside(top);
        if (known) {
            return true;
        }
        findings.add(
                new Finding.Module(
                        place(node),
                        NATIVE.contains(top)
                                ? "the module " + top + " needs native code, which is not loaded"
                                : modules.place(top).isEmpty()
                                        ? ("the package %s is not brought along; where it is pure"
                                                        + " Python, --packages names its folder")
                                                .formatted(top)
                                        : "the module " + module + " is not supported"));
        return false;
    }

    private boolean isBeside(String top) {
        return Files.exists(file.resolveSibling(top + ".py"))
                || Files.isDirectory(file.resolveSibling(top));
    }

    /** Looks for names that a module of ours does not have. */
    private void names(Py node, String module) {
        if (modules.place(module).isEmpty()) {
            return;
        }
        var known = defined(module);
        for (var each : node.all("names")) {
            var name = each.string("name");
            boolean there =
                    name.equals("*")
                            || known.contains(name)
                            || !modules.place(module + "." + name).isEmpty();
            if (!there) {
                findings.add(
                        new Finding.Name(
                                place(node), "%s of %s is not supported".formatted(name, module)));
            }
        }
    }

    /** What a module of ours defines or passes on. */
    private Set<String> defined(String module) {
        var names = new HashSet<String>();
        parser.parse(modules.text(module))
                .walk(
                        it -> {
                            if (DEFINITIONS.contains(it.type())) {
                                names.add(it.string("name"));
                            }
                            it.all("targets").forEach(target -> names.add(target.path()));
                            if (it.type().startsWith("Import")) {
                                it.all("names")
                                        .forEach(
                                                alias -> {
                                                    var as = alias.string("asname");
                                                    names.add(
                                                            as.isEmpty()
                                                                    ? alias.string("name")
                                                                    : as);
                                                });
                            }
                        });
        return names;
    }
}
