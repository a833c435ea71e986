package io.spate.cli.locust;

import io.spate.locust.ScriptArgument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An option of Locust's command line.
 *
 * @param names with dashes, the long one last
 * @param dest what scripts see it under
 * @param env the variable that gives it; empty for none
 * @param kind of its value
 */
record LocustOption(List<String> names, String dest, String env, Kind kind) {

    enum Kind {
        SWITCH,
        TEXT,
        WHOLE,
        NUMBER,
        /** All words that follow, up to the next option. */
        WORDS
    }

    /** Those of Locust itself. */
    static final List<LocustOption> ALL =
            List.of(
                    of(Kind.TEXT, "-f --locustfile"),
                    of(Kind.TEXT, "--config"),
                    of(Kind.TEXT, "-H --host"),
                    of(Kind.WHOLE, "-u --users"),
                    of(Kind.NUMBER, "-r --spawn-rate"),
                    of(Kind.TEXT, "-t --run-time"),
                    of(Kind.SWITCH, "-l --list"),
                    of(Kind.WHOLE, "-i --iterations"),
                    of(Kind.NUMBER, "--check-rps"),
                    of(Kind.NUMBER, "--check-fail-ratio"),
                    of(Kind.NUMBER, "--check-avg-response-time"),
                    of(Kind.WORDS, "--config-users"),
                    of(Kind.TEXT, "--web-host"),
                    of(Kind.WHOLE, "-P --web-port"),
                    of(Kind.SWITCH, "--headless"),
                    of(Kind.SWITCH, "--autostart"),
                    of(Kind.WHOLE, "--autoquit"),
                    of(Kind.SWITCH, "--web-login"),
                    of(Kind.TEXT, "--tls-cert"),
                    of(Kind.TEXT, "--tls-key"),
                    named(Kind.SWITCH, "LOCUST_USERCLASS_PICKER", "--class-picker"),
                    of(Kind.TEXT, "--web-base-path"),
                    of(Kind.TEXT, "--build-path"),
                    named(Kind.SWITCH, "LOCUST_MODE_MASTER", "--master"),
                    of(Kind.TEXT, "--master-bind-host"),
                    of(Kind.WHOLE, "--master-bind-port"),
                    of(Kind.WHOLE, "--expect-workers"),
                    of(Kind.WHOLE, "--expect-workers-max-wait"),
                    of(Kind.SWITCH, "--enable-rebalancing"),
                    named(Kind.SWITCH, "LOCUST_MODE_WORKER", "--worker"),
                    of(Kind.WHOLE, "--processes"),
                    named(Kind.TEXT, "LOCUST_MASTER_NODE_HOST", "--master-host"),
                    named(Kind.WHOLE, "LOCUST_MASTER_NODE_PORT", "--master-port"),
                    of(Kind.WORDS, "-T --tags"),
                    of(Kind.WORDS, "-E --exclude-tags"),
                    of(Kind.TEXT, "--csv"),
                    of(Kind.SWITCH, "--csv-full-history"),
                    of(Kind.SWITCH, "--print-stats"),
                    of(Kind.SWITCH, "--only-summary"),
                    of(Kind.SWITCH, "--reset-stats"),
                    of(Kind.TEXT, "--html"),
                    of(Kind.SWITCH, "--json"),
                    of(Kind.TEXT, "--json-file"),
                    of(Kind.SWITCH, "--skip-log-setup"),
                    of(Kind.TEXT, "-L --loglevel"),
                    of(Kind.TEXT, "--logfile"),
                    of(Kind.SWITCH, "--show-task-ratio"),
                    of(Kind.SWITCH, "--show-task-ratio-json"),
                    of(Kind.SWITCH, "-V --version"),
                    of(Kind.SWITCH, "-h --help"),
                    of(Kind.WHOLE, "--exit-code-on-error"),
                    of(Kind.TEXT, "-s --stop-timeout"),
                    of(Kind.SWITCH, "--equal-weights"),
                    of(Kind.TEXT, "--profile"),
                    of(Kind.SWITCH, "--otel"));

    LocustOption {
        names = List.copyOf(names);
    }

    private static LocustOption of(Kind kind, String names) {
        return named(kind, "", names);
    }

    private static LocustOption named(Kind kind, String env, String names) {
        var all = Arrays.asList(names.split(" ", -1));
        var dest = all.getLast().substring(2).replace('-', '_');
        var variable = env.isEmpty() ? "LOCUST_" + dest.toUpperCase(Locale.ROOT) : env;
        return new LocustOption(all, dest, variable, kind);
    }

    /** One that a locustfile adds. */
    static LocustOption of(ScriptArgument argument) {
        var kind = argument.isSwitch() ? Kind.SWITCH : argument.many() ? Kind.WORDS : Kind.TEXT;
        return new LocustOption(argument.names(), argument.dest(), argument.env(), kind);
    }

    boolean isNamed(String written) {
        return names.contains(written);
    }

    /** Its long name. */
    String shown() {
        return names.getLast();
    }
}
