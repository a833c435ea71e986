package io.spate.cli.outputs;

import io.spate.cli.process.HostName;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.engine.RunOptions;
import io.spate.metrics.Ticker;
import io.spate.output.registry.OutputRegistry;
import io.spate.output.registry.RunOutputSet;
import io.spate.output.type.Generator;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.WrongOutputException;
import io.spate.plan.TestPlan;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The outputs that {@code --out}, a test and the environment ask for. */
public final class AskedOutputs {
    /** Asks for an output by itself, as the automation guide has it. */
    private static final String GATEWAY = "PROMETHEUS_PUSHGATEWAY_URL";

    private AskedOutputs() {}

    /**
     * Those of a test and of flags; a flag's variable names several with commas.
     *
     * @throws UsageException naming all that are wrong
     */
    public static RunOutputSet of(SpateProcess process, List<String> test, List<String> flags) {
        var all = new ArrayList<>(test);
        flags.forEach(it -> all.addAll(split(it)));
        boolean gateway = !process.env().getOrDefault(GATEWAY, "").isEmpty();
        if (gateway && all.stream().noneMatch(it -> it.startsWith("pushgateway"))) {
            all.add("pushgateway");
        }
        return of(process, all);
    }

    /**
     * Those of some texts, such as {@code json=all.json.gz}; one that is there twice counts once.
     *
     * @throws UsageException naming all that are wrong
     */
    public static RunOutputSet of(SpateProcess process, Collection<String> texts) {
        var plans = new ArrayList<OutputPlan>();
        var wrong = new ArrayList<String>();
        for (var text : new LinkedHashSet<>(texts)) {
            try {
                plans.add(OutputRegistry.plan(text, process.env()));
            } catch (WrongOutputException e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new UsageException(String.join("\n", wrong));
        }
        return new RunOutputSet(plans);
    }

    /**
     * What a variable or a flag names, parted at commas.
     *
     * @param all empty for none
     */
    public static List<String> split(String all) {
        return OutputRegistry.split(all);
    }

    /** A machine that runs as outputs need it. */
    public static RunOptions over(RunOutputSet outputs, RunOptions machine) {
        var traced = machine.withTracing(machine.tracing().and(outputs.tracing()));
        return outputs.logs().map(traced::withSamples).orElse(traced);
    }

    /** Opens them for a run; throws {@link UsageException} where one cannot be. */
    public static void open(
            RunOutputSet outputs,
            SpateProcess process,
            TestPlan plan,
            Collection<String> systemTags,
            Ticker ticker,
            Consumer<String> messages) {
        try {
            outputs.open(
                    new OutputContext(
                            plan.name(),
                            plan.thresholds(),
                            plan.metrics(),
                            systemTags,
                            new Generator(version(), HostName.of(process)),
                            ticker,
                            name -> file(process, name),
                            new ProcessPemFiles(process),
                            messages));
        } catch (WrongOutputException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String version() {
        return Optional.ofNullable(AskedOutputs.class.getPackage().getImplementationVersion())
                .orElse("");
    }

    private static OutputStream file(SpateProcess process, String name) throws IOException {
        if (name.equals("-")) {
            return new StandardOutput(process);
        }
        try {
            return Files.newOutputStream(process.file(name));
        } catch (NoSuchFileException e) {
            throw new IOException("its folder is not there", e);
        } catch (AccessDeniedException e) {
            throw new IOException("permission denied", e);
        }
    }

    /** The process's own stream, which stays open. */
    private static final class StandardOutput extends FilterOutputStream {
        private final SpateProcess process;

        StandardOutput(SpateProcess process) {
            super(process.out());
            this.process = process;
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            process.out().write(bytes, from, count);
        }

        @Override
        public void close() {
            process.out().flush();
        }
    }
}
