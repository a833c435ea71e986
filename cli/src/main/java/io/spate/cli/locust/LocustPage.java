package io.spate.cli.locust;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.target.AllowedTargets;
import io.spate.cli.target.TargetGate;
import io.spate.cli.target.TargetGuard;
import io.spate.cli.web.Looked;
import io.spate.cli.web.RunWatch;
import io.spate.locust.LocustTest;
import java.util.ArrayList;
import java.util.List;

/** Locustfiles for a page that starts tests of several kinds. */
public final class LocustPage {
    private LocustPage() {}

    /**
     * What {@code spate locust} would do; its Python is not started for that.
     *
     * @param arguments with {@code --headless}
     * @param confirmed what is to be confirmed whatever the target is
     * @param notes what else is to be told
     */
    public static Looked look(
            SpateProcess process,
            List<String> arguments,
            List<String> confirmed,
            List<String> notes) {
        var flags = LocustFlags.of(process, arguments, List.of());
        LocustSession.refuse(flags);
        int _ = flags.runSeconds().orElse(0);
        var files = new LocustFiles(process, flags, List.of(), List.of());
        var host = flags.text("host").orElse("");
        var warnings = new ArrayList<>(confirmed);
        if (!host.isEmpty()) {
            new TargetGuard(AllowedTargets.of(process.env()), warnings::add).check(host, false);
        }
        return new Looked(LocustTest.plan(files.shown(), host, 1), warnings, notes);
    }

    /** Runs one as {@code spate locust --headless} does. */
    public static void run(
            SpateProcess process,
            List<String> arguments,
            String version,
            RunWatch watch,
            TargetGate gate)
            throws InterruptedException {
        int _ = new LocustSession(process, arguments, version, watch, gate).run();
    }
}
