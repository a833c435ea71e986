package io.spate.convert.check;

import io.spate.convert.check.Finding.Place;
import io.spate.convert.js.Js;
import io.spate.convert.js.JsParser;
import io.spate.convert.syntax.ScriptSyntaxException;
import io.spate.k6.K6Api;
import io.spate.k6.load.ModuleSources;
import io.spate.k6.options.KnownOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks through a script of k6, and through the files that it imports. */
public final class K6Check {
    private static final int FILES_MAX = 1_000;

    private final JsParser parser;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final List<Import> imports = new ArrayList<>();

    private K6Check(JsParser parser) {
        this.parser = parser;
    }

    /** What one import brings under which name. */
    private record Import(
            String file, Js program, Js node, String module, Map<String, String> names) {}

    /**
     * What is not supported.
     *
     * @param shown the file, as the user named it
     * @param file its path
     */
    public static List<Finding> of(JsParser parser, String shown, Path file) {
        var check = new K6Check(parser);
        check.read(shown, file.toAbsolutePath().normalize(), new Place(shown, 0, 0));
        check.names();
        check.findings.sort(
                Comparator.comparing((Finding it) -> it.place().file())
                        .thenComparingInt(it -> it.place().line())
                        .thenComparingInt(it -> it.place().column()));
        return List.copyOf(check.findings);
    }

    private static Place place(String file, Js node) {
        return new Place(file, node.line(), node.column());
    }

    private void read(String shown, Path file, Place from) {
        if (seen.size() >= FILES_MAX || !seen.add(file) || file.toString().endsWith(".json")) {
            return;
        }
        try {
            var program = parser.parse(file.toString(), Files.readString(file));
            program.walk(it -> visit(shown, file, program, it));
            options(shown, program);
        } catch (IOException e) {
            findings.add(new Finding.Syntax(from, shown + " cannot be read: " + e.getMessage()));
        } catch (ScriptSyntaxException e) {
            findings.add(
                    new Finding.Syntax(
                            new Place(shown, e.line(), e.column()),
                            String.valueOf(e.getMessage())));
        }
    }

    private void visit(String shown, Path file, Js program, Js node) {
        switch (node.type()) {
            case "ImportDeclaration",
                    "ExportNamedDeclaration",
                    "ExportAllDeclaration",
                    "ImportExpression" ->
                    node.at("source")
                            .literalText()
                            .ifPresent(it -> imported(shown, file, program, node, it));
            case "CallExpression" -> {
                if (node.at("callee").name().equals("require")) {
                    node.at("arguments")
                            .element(0)
                            .literalText()
                            .ifPresent(it -> imported(shown, file, program, node, it));
                }
            }
            default -> {}
        }
    }

    private void imported(String shown, Path file, Js program, Js node, String module) {
        boolean local =
                module.startsWith(".") || module.startsWith("/") || module.startsWith("file:");
        if (local) {
            var named = file.resolveSibling(module.replaceFirst("^file://", "")).normalize();
            var to = ModuleSources.file(named);
            read(shown(shown, module, named, to), to, place(shown, node));
        } else if (K6Api.has(module)) {
            imports.add(new Import(shown, program, node, module, names(node)));
        } else {
            findings.add(new Finding.Module(place(shown, node), missing(module)));
        }
    }

    /** A file as seen from where the script is named; an import may leave its ending out. */
    private static String shown(String shown, String module, Path named, Path to) {
        var folder = named.getParent();
        var beside = Path.of(beside(shown, module));
        return folder == null || to.equals(named)
                ? beside.toString()
                : beside.resolveSibling(folder.relativize(to)).toString();
    }

    private static String beside(String shown, String module) {
        var folder = Path.of(shown).getParent();
        var path = Path.of(module.replaceFirst("^file://", ""));
        return (folder == null ? path : folder.resolve(path)).normalize().toString();
    }

    private static String missing(String module) {
        if (module.startsWith("k6/x/")) {
            return module + " is an extension that is compiled into k6";
        }
        return module.contains("://")
                ? module + " is not brought along, and none is loaded from the network"
                : "the module " + module + " is not supported";
    }

    /** The names that an import gives, with those they have in the module. */
    private static Map<String, String> names(Js node) {
        var names = new LinkedHashMap<String, String>();
        for (var specifier : node.all("specifiers")) {
            switch (specifier.type()) {
                case "ImportDefaultSpecifier" -> names.put(specifier.at("local").name(), "default");
                case "ImportNamespaceSpecifier" -> names.put(specifier.at("local").name(), "*");
                case "ImportSpecifier" ->
                        names.put(specifier.at("local").name(), specifier.at("imported").name());
                default -> {}
            }
        }
        return names;
    }

    /** Looks for what modules do not have. */
    private void names() {
        if (imports.isEmpty()) {
            return;
        }
        var modules = new HashSet<String>();
        imports.forEach(it -> modules.add(it.module));
        var exports = K6Api.exports(modules);
        for (var each : imports) {
            var known = exports.get(each.module);
            if (known != null) {
                names(each, known);
            }
        }
    }

    private void names(Import each, K6Api.Exports known) {
        each.names.forEach(
                (local, name) -> {
                    switch (name) {
                        case "default" -> members(each, local, known.members());
                        case "*" -> members(each, local, known.names());
                        default -> {
                            if (!known.names().contains(name)) {
                                name(each.file, each.node, each.module, name);
                            }
                        }
                    }
                });
    }

    private void members(Import each, String local, Set<String> known) {
        if (known.isEmpty()) {
            return;
        }
        each.program.walk(
                it -> {
                    var name = it.key("property");
                    boolean missing =
                            it.is("MemberExpression")
                                    && it.at("object").name().equals(local)
                                    && !name.isEmpty()
                                    && !known.contains(name);
                    if (missing) {
                        name(each.file, it, each.module, name);
                    }
                });
    }

    private void name(String file, Js node, String module, String name) {
        findings.add(
                new Finding.Name(
                        place(file, node), "%s of %s is not supported".formatted(name, module)));
    }

    private void options(String shown, Js program) {
        program.walk(
                it -> {
                    if (it.is("VariableDeclarator") && it.at("id").name().equals("options")) {
                        it.at("init").all("properties").forEach(each -> option(shown, each));
                    }
                });
    }

    private void option(String shown, Js property) {
        var name = property.key("key");
        if (name.isEmpty()) {
            return;
        }
        switch (KnownOptions.support(name)) {
            case FULL -> {}
            case WITHOUT_EFFECT ->
                    findings.add(
                            new Finding.Option(
                                    place(shown, property),
                                    "the option " + name + " has no effect here"));
            case UNKNOWN ->
                    findings.add(
                            new Finding.Option(
                                    place(shown, property), "there is no option " + name));
        }
        if (name.equals("scenarios")) {
            property.at("value").all("properties").forEach(it -> executor(shown, it.at("value")));
        }
    }

    private void executor(String shown, Js scenario) {
        var node = scenario.property("executor");
        node.literalText()
                .filter(it -> !KnownOptions.executors().contains(it))
                .ifPresent(
                        it ->
                                findings.add(
                                        new Finding.Option(
                                                place(shown, node),
                                                "the executor " + it + " is not supported")));
    }
}
