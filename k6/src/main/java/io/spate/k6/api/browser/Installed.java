package io.spate.k6.api.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser needs of this machine.
 *
 * @param node Node.js, which Playwright's driver runs on
 * @param driver Playwright's driver, the npm package playwright-core
 * @param chromium the browser
 */
record Installed(Path node, Path driver, Path chromium) {
    /**
     * The driver and the jar speak a protocol of their own, that differs from version to version.
     */
    static final String VERSION = "1.62.0";

    private static final List<String> CHROMIUMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /**
     * Looks for all of it.
     *
     * @param env the variables that say where it is
     * @param folders those beside which npm packages may be
     * @throws IllegalStateException naming all that is missing, and how to get it
     */
    static Installed find(Map<String, String> env, List<Path> folders) {
        var missing = new ArrayList<String>();
        var node = given(env, "PLAYWRIGHT_NODEJS_PATH").or(() -> program(env, List.of("node")));
        if (node.isEmpty()) {
            missing.add(
                    "Node.js 18 or newer (Debian: apt install nodejs npm), or its path in"
                            + " PLAYWRIGHT_NODEJS_PATH");
        }
        var chromium = given(env, "K6_BROWSER_EXECUTABLE_PATH").or(() -> program(env, CHROMIUMS));
        if (chromium.isEmpty()) {
            missing.add(
                    "Chromium (Debian: apt install chromium), or its path in"
                            + " K6_BROWSER_EXECUTABLE_PATH");
        }
        var driver = driver(env, folders, node);
        if (driver.isEmpty()) {
            missing.add(
                    ("Playwright's driver: npm install playwright-core@%s beside the script, or"
                                    + " with -g; SPATE_PLAYWRIGHT_CORE names its folder else")
                            .formatted(VERSION));
        } else {
            version(driver.get())
                    .filter(it -> !it.equals(VERSION))
                    .ifPresent(
                            it ->
                                    missing.add(
                                            "playwright-core@%s; %s is %s"
                                                    .formatted(VERSION, driver.get(), it)));
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "k6/browser needs what is not installed: " + String.join("; ", missing));
        }
        return new Installed(node.orElseThrow(), driver.orElseThrow(), chromium.orElseThrow());
    }

    private static Optional<Path> given(Map<String, String> env, String name) {
        return Optional.ofNullable(env.get(name)).filter(it -> !it.isEmpty()).map(Path::of);
    }

    private static Optional<Path> program(Map<String, String> env, List<String> names) {
        var path = env.getOrDefault("PATH", "");
        return names.stream()
                .flatMap(
                        name ->
                                Stream.of(path.split(File.pathSeparator, -1))
                                        .filter(folder -> !folder.isEmpty())
                                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> driver(
            Map<String, String> env, List<Path> folders, Optional<Path> node) {
        var named = given(env, "SPATE_PLAYWRIGHT_CORE");
        if (named.isPresent()) {
            return named.filter(Installed::isDriver);
        }
        var places = new ArrayList<Path>();
        for (var folder : folders) {
            for (var at = folder; at != null; at = at.getParent()) {
                places.add(at.resolve("node_modules"));
            }
        }
        node.map(Path::getParent)
                .map(Path::getParent)
                .ifPresent(it -> places.add(it.resolve("lib/node_modules")));
        places.add(Path.of("/usr/lib/node_modules"));
        places.add(Path.of("/usr/local/lib/node_modules"));
        return places.stream()
                .map(it -> it.resolve("playwright-core"))
                .filter(Installed::isDriver)
                .findFirst();
    }

    private static boolean isDriver(Path folder) {
        return Files.isRegularFile(folder.resolve("cli.js"));
    }

    private static Optional<String> version(Path driver) {
        try {
            var about =
                    JsonMapper.shared().readTree(Files.readString(driver.resolve("package.json")));
            return Optional.of(about.path("version").asString(""));
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }
}
