package io.spate.cli.siege;

import io.spate.cli.process.SpateProcess;
import io.spate.siege.config.ConfFile;
import io.spate.siege.config.Directive;
import io.spate.siege.config.Settings;
import io.spate.siege.config.SiegeException;
import io.spate.siege.config.Target;
import io.spate.siege.config.UrlsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that siege reads. */
final class SiegeFiles {
    private final SpateProcess process;

    SiegeFiles(SpateProcess process) {
        this.process = process;
    }

    /** The configuration: the one that is named, by flag or by SIEGERC, else the user's own. */
    Optional<String> configuration(Optional<String> rc) {
        return rc.or(() -> environment("SIEGERC"))
                .or(
                        () ->
                                environment("HOME")
                                        .map(it -> it + "/.siege/siege.conf")
                                        .filter(it -> Files.isReadable(process.file(it))));
    }

    List<Directive> directives(Optional<String> configuration) {
        return configuration
                .map(it -> ConfFile.read(it, read(it, "the configuration"), this::environment))
                .orElse(Settings.NEW_USER);
    }

    /** The URL of the settings, else those of the list. */
    List<Target> targets(Settings settings) {
        boolean escape = settings.requests().escape();
        if (settings.url().isEmpty()) {
            var name = settings.file();
            return UrlsFile.read(
                    name,
                    read(name, "the list of URLs"),
                    this::environment,
                    escape,
                    process.directory());
        }
        var target = target(settings.url().get(), 0, escape);
        boolean head = settings.display().get() && target.body().isEmpty();
        return List.of(head ? target.with(settings.requests().getMethod()) : target);
    }

    /** What users request first. */
    List<Target> logins(Settings settings) {
        var urls = settings.requests().loginUrls();
        var targets = new ArrayList<Target>();
        for (var url : urls) {
            targets.add(target(url, 0, settings.requests().escape()));
        }
        return targets;
    }

    private Target target(String text, int id, boolean escape) {
        try {
            return Target.parse(text.strip(), id, escape, process.directory());
        } catch (IllegalArgumentException e) {
            throw new SiegeException(List.of(String.valueOf(e.getMessage())));
        }
    }

    Path file(String name) {
        return process.file(name);
    }

    private Optional<String> environment(String name) {
        return Optional.ofNullable(process.env().get(name));
    }

    /** In UTF-8; bytes that are none of it are passed over, as siege passes them on. */
    private String read(String name, String what) {
        try {
            return new String(Files.readAllBytes(process.file(name)), StandardCharsets.UTF_8);
        } catch (IOException _) {
            throw new SiegeException(
                    List.of(
                            "%s cannot be read: %s%s"
                                    .formatted(
                                            what,
                                            name,
                                            what.startsWith("the list")
                                                    ? "; name a file with -f, or a URL"
                                                    : "")));
        }
    }
}
