package io.spate.cli.locust;

import io.spate.cli.process.ForeignCommand;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.target.TargetGate;
import io.spate.cli.web.RunWatch;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code spate locust}: takes Locust's command line, as it is. */
@Command(
        name = "locust",
        description = "Take a command line of Locust: run locustfiles as they are.")
public final class LocustCommand implements ForeignCommand {
    /** Whose behaviour it has. */
    static final String LOCUST_VERSION = "2.46.3";

    private final SpateProcess process;
    private final String version;
    private List<String> arguments = List.of();

    /** A command of a process. */
    public LocustCommand(SpateProcess process, String version) {
        this.process = process;
        this.version = version;
    }

    @Override
    public void arguments(List<String> all) {
        arguments = List.copyOf(all);
    }

    @Override
    public Integer call() throws InterruptedException {
        // Whether an option is known shows when the files are loaded, which may add some.
        var line = LocustLine.parse(arguments, LocustOption.ALL).values();
        if (line.containsKey("help")) {
            process.out().print(LocustHelp.TEXT);
            return 0;
        }
        if (line.containsKey("version")) {
            process.out().println("locust %s (spate %s)".formatted(LOCUST_VERSION, version));
            return 0;
        }
        var gate = TargetGate.of(process.env());
        return new LocustSession(process, arguments, version, RunWatch.NONE, gate).run();
    }
}
