package io.spate.cli.siege;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.ForeignCommand;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.siege.config.Directive;
import io.spate.siege.config.Settings;
import io.spate.siege.config.SiegeException;
import io.spate.siege.text.ConfigText;
import io.spate.siege.text.SiegeVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code spate siege}: takes siege's command line, as it is. */
@Command(name = "siege", description = "Take a command line of siege, and print what siege prints.")
public final class SiegeCommand implements ForeignCommand {
    private final SpateProcess process;
    private List<String> arguments = List.of();

    /** A command of a process. */
    public SiegeCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public void arguments(List<String> all) {
        arguments = List.copyOf(all);
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return run(SiegeFlags.parse(arguments));
        } catch (SiegeException e) {
            // Lines that start with their place, where editors and terminals find it.
            throw new UsageException(
                    e.problems().size() == 1
                            ? e.problems().getFirst()
                            : "this cannot be run:\n" + e.getMessage(),
                    ExitCode.FAILED);
        }
    }

    private Integer run(SiegeFlags flags) throws InterruptedException {
        if (flags.version()) {
            process.err().println("SIEGE " + SiegeVersion.NUMBER + ", as Spate speaks it");
            return 0;
        }
        if (flags.help()) {
            process.out().print(SiegeHelp.TEXT);
            return 0;
        }
        var files = new SiegeFiles(process);
        var configuration = files.configuration(flags.rc());
        var directives = new ArrayList<Directive>(files.directives(configuration));
        directives.addAll(flags.directives());
        if (flags.config()) {
            directives.removeIf(it -> it.key().equals("-g"));
        }
        var settings = Settings.of(directives);
        if (flags.config()) {
            show(settings, configuration);
            return 0;
        }
        var targets = files.targets(settings);
        var logins = files.logins(settings);
        return new SiegeSession(process, settings, files).run(targets, logins).code();
    }

    private void show(Settings settings, Optional<String> configuration) {
        process.out()
                .print(
                        ConfigText.of(
                                settings,
                                settings.requests().userAgent().orElse(SiegeVersion.USER_AGENT),
                                configuration.orElse("none")));
    }
}
