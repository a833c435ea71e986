package io.spate.cli;

import io.spate.cli.flags.Flags;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.LanguageFiles;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.settings.Settings;
import io.spate.demo.DemoStartException;
import io.spate.demo.InvalidDemoOptionsException;
import io.spate.net.UnsupportedJvmException;
import io.spate.net.UnsupportedTransportException;
import io.spate.plan.InvalidPlanException;
import io.spate.script.LoadTest;
import io.spate.script.ScriptException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line: finds the command, runs it, and turns what went wrong into one message. */
@Command(
        name = "spate",
        description = "Load testing that tells the truth.",
        mixinStandardHelpOptions = true,
        versionProvider = Spate.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Start here:  spate demo",
            "Then:        spate run http://localhost:8000/ -u 10 -d 30s"
        })
final class Spate {
    private static final Set<String> VERSION = Set.of("--version", "-V");

    /** How long addresses hold is a setting of the run; the JDK's own memory would hide changes. */
    private static final Map<String, String> KEEP_NO_ADDRESSES =
            Map.of("networkaddress.cache.ttl", "0", "networkaddress.cache.negative.ttl", "0");

    private final SpateProcess process;

    @Option(
            names = "--debug",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show the stack of an error.")
    private boolean debug;

    Spate(SpateProcess process) {
        this.process = process;
    }

    /** Runs a command; returns the exit code. */
    int run(String... args) {
        return execute(null, args);
    }

    /** Runs a test with the options of {@code spate run}; returns the exit code. */
    int run(LoadTest test, String... args) {
        var withCommand = new String[args.length + 1];
        withCommand[0] = "run";
        System.arraycopy(args, 0, withCommand, 1, args.length);
        return execute(test, withCommand);
    }

    private int execute(@Nullable LoadTest test, String... args) {
        KEEP_NO_ADDRESSES.forEach(Spate::set);
        if (args.length == 1 && VERSION.contains(args[0])) {
            process.out().println("spate " + version());
            return ExitCode.PASSED.code();
        }
        LanguageFiles.place(process);
        var commands = Commands.of(process, test);
        var foreign = commands.foreign(args);
        return foreign.isPresent() ? call(foreign.get()) : parse(commands, args);
    }

    /** Sets what the launcher has not: to set it makes the JDK open every jar of the class path. */
    private static void set(String name, String value) {
        if (!value.equals(Security.getProperty(name))) {
            Security.setProperty(name, value);
        }
    }

    /** Runs a command that wants its arguments as they are, without what would parse them. */
    private int call(Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception e) {
            return failed(e);
        }
    }

    private int parse(Commands commands, String... args) {
        var line = new CommandLine(this);
        commands.addTo(line, args);
        line.setOut(writer(process.out()))
                .setErr(writer(process.err()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(process.interactive())
                .setDefaultValueProvider(new FromEnvironment(process.env()))
                .setParameterExceptionHandler((e, _) -> wrongArguments(e))
                .setExecutionExceptionHandler((e, _, _) -> failed(e));
        Flags.registerConverters(line);
        if (args.length == 0) {
            line.usage(process.err());
            return ExitCode.INVALID_CONFIGURATION.code();
        }
        return line.execute(args);
    }

    private int wrongArguments(ParameterException e) {
        process.err().println("spate: " + WrongArguments.message(e, process.env()));
        process.err()
                .println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.INVALID_CONFIGURATION.code();
    }

    private int failed(Exception thrown) {
        var code =
                switch (thrown) {
                    case UsageException usage -> usage.exitCode();
                    case ScriptException _ -> ExitCode.SCRIPT_ERROR;
                    case InvalidPlanException _,
                            InvalidDemoOptionsException _,
                            UnsupportedTransportException _ ->
                            ExitCode.INVALID_CONFIGURATION;
                    case InterruptedException _ -> ExitCode.INTERRUPTED;
                    default -> ExitCode.FAILED;
                };
        var expected =
                code != ExitCode.FAILED
                        || thrown instanceof UsageException
                        || thrown instanceof IOException
                        || thrown instanceof DemoStartException
                        || thrown instanceof UnsupportedJvmException;
        process.err().println("spate: " + messageOf(thrown));
        if (debug || Settings.isDebug(process.env())) {
            thrown.printStackTrace(process.err());
        } else if (!expected) {
            process.err().println("This is a fault in Spate; --debug shows where.");
        }
        return code.code();
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static String messageOf(Exception thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse(thrown.getClass().getSimpleName());
    }

    /** The version that the jar's manifest names. */
    static String version() {
        return Optional.ofNullable(Spate.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }

    /** Takes the value of {@code --max-users} from SPATE_MAX_USERS where no flag gives one. */
    record FromEnvironment(Map<String, String> env) implements CommandLine.IDefaultValueProvider {
        @Override
        public @Nullable String defaultValue(ArgSpec spec) {
            if (!(spec instanceof OptionSpec option) || option.arity().max() == 0) {
                return null;
            }
            return Flags.variables(option).stream()
                    .map(env::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What picocli asks for the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"spate " + version()};
        }
    }
}
