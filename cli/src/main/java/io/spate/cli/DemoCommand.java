package io.spate.cli;

import io.spate.cli.flags.MachineFlags;
import io.spate.cli.flags.OutputFlags;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.demo.Latency;
import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spate demo}: a shop to load, and a test of it. */
@Command(
        name = "demo",
        description = {
            "Start a small shop on this machine and run a 20 s test of it,",
            "or serve it for tests of your own."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate demo",
            "  spate demo --latency bimodal:5ms,200ms,0.05 --error-rate 0.02",
            "  spate demo --serve --port 8000"
        })
final class DemoCommand implements Callable<Integer> {
    private static final String REPORT = "spate-report.html";

    private final SpateProcess process;

    @Option(names = "--serve", description = "Serve the shop until Ctrl-C; run no test.")
    private boolean serve;

    @Option(names = "--port", paramLabel = "N", description = "The port; any free one otherwise.")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (${DEFAULT-VALUE}).")
    private String listen = "127.0.0.1";

    @Option(
            names = "--node-id",
            paramLabel = "NAME",
            description = "What /api/health/worker answers.")
    private @Nullable String nodeId;

    @Option(
            names = "--latency",
            paramLabel = "DISTRIBUTION",
            description = "none, constant:10ms, lognormal:MEDIAN,SIGMA or bimodal:FAST,SLOW,SHARE.")
    private @Nullable String latency;

    @Option(
            names = "--error-rate",
            paramLabel = "SHARE",
            description = "The share of requests that fail, 0 to 1.")
    private @Nullable Double errorRate;

    @Option(
            names = "--capacity",
            paramLabel = "N",
            description = "Requests served at once; others wait. 0 is unlimited.")
    private @Nullable Integer capacity;

    @Option(
            names = "--queue-rate",
            paramLabel = "N",
            description = "Background tasks processed per second.")
    private @Nullable Double queueRate;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "20s",
            description = "How long the test takes (${DEFAULT-VALUE}).")
    private String duration = "20s";

    @Mixin private final OutputFlags outputs = new OutputFlags();
    @Mixin private final MachineFlags machine = new MachineFlags();

    DemoCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() throws Exception {
        try (var shop = DemoShop.start(options())) {
            if (serve) {
                process.out()
                        .println("The demo shop listens on " + shop.url() + "; Ctrl-C ends it.");
                process.out().flush();
                shop.awaitClose();
                return ExitCode.PASSED.code();
            }
            return test(shop);
        }
    }

    private int test(DemoShop shop) throws InterruptedException {
        var test =
                LoadedTest.of(
                        "The demo shop", new DemoTest(shop.url(), duration), LoadOptions.NONE);
        return new RunSession(process, outputs.withHtml(REPORT), machine)
                .run("spate demo", test)
                .code();
    }

    private DemoOptions options() {
        var options = DemoOptions.defaults().withHost(listen).withPort(port);
        return new DemoOptions(
                listen,
                port,
                Optional.ofNullable(nodeId).orElse(options.nodeId()),
                Optional.ofNullable(latency).map(Latency::parse).orElse(options.latency()),
                Optional.ofNullable(errorRate).orElse(options.errorRate()),
                Optional.ofNullable(capacity).orElse(options.capacity()),
                Optional.ofNullable(queueRate).orElse(options.queueRate()),
                options.seed());
    }
}
