import org.jspecify.annotations.NullMarked;

/** The command: wires everything else together. */
@NullMarked
module io.spate.cli {
    requires static org.jspecify;
    requires info.picocli;
    requires io.spate.analysis;
    requires io.spate.convert;
    requires io.spate.demo;
    requires io.spate.k6;
    requires io.spate.locust;
    requires io.spate.output;
    requires io.spate.report;
    requires io.spate.script;
    requires io.spate.siege;
    requires io.spate.store;
    requires io.spate.web;
    requires io.spate.wrk;
    requires java.compiler;
    requires java.net.http;
    requires jdk.unsupported;
    requires tools.jackson.databind;

    opens io.spate.cli to
            info.picocli;
    opens io.spate.cli.analyze to
            info.picocli;
    opens io.spate.cli.capacity to
            info.picocli;
    opens io.spate.cli.compare to
            info.picocli;
    opens io.spate.cli.convert to
            info.picocli;
    opens io.spate.cli.flags to
            info.picocli;
    opens io.spate.cli.history to
            info.picocli;
    opens io.spate.cli.k6 to
            info.picocli;
    opens io.spate.cli.locust to
            info.picocli;
    opens io.spate.cli.repeat to
            info.picocli;
    opens io.spate.cli.siege to
            info.picocli;
    opens io.spate.cli.web to
            info.picocli;
    opens io.spate.cli.start to
            info.picocli;
    opens io.spate.cli.wrk to
            info.picocli;

    provides io.spate.script.Launcher with
            io.spate.cli.IdeLauncher;
}
