package io.spate.siege.text;

import io.spate.siege.config.Amount;
import io.spate.siege.config.Login;
import io.spate.siege.config.Settings;
import java.util.List;
import java.util.Locale;

/** The settings as {@code siege -C} lists them. */
public final class ConfigText {
    private ConfigText() {}

    /**
     * The list.
     *
     * @param userAgent what is sent
     * @param resourceFile where the settings come from
     */
    public static String of(Settings settings, String userAgent, String resourceFile) {
        var out = new StringBuilder("CURRENT  SIEGE  CONFIGURATION\n");
        out.append(userAgent)
                .append("\nEdit the resource file to change the settings.\n")
                .append("----------------------------------------------\n");
        var load = settings.load();
        var requests = settings.requests();
        var display = settings.display();
        line(out, "version", SiegeVersion.NUMBER);
        line(out, "verbose", display.verbose());
        line(out, "color", display.color());
        line(out, "quiet", display.quiet());
        line(out, "debug", display.debug());
        line(out, "protocol", "HTTP/1.1");
        line(out, "HTML parser", requests.parser() ? "enabled" : "disabled");
        line(out, "get method", requests.getMethod());
        settings.network()
                .proxyHost()
                .ifPresent(
                        host -> {
                            line(out, "proxy-host", host);
                            line(out, "proxy-port", settings.network().proxyPort());
                        });
        line(out, "connection", requests.keepAlive() ? "keep-alive" : "close");
        line(out, "concurrent users", load.usersAsked());
        line(out, "time to run", time(load.amount()));
        line(out, "repetitions", repetitions(load.amount()));
        line(out, "socket timeout", requests.timeoutSeconds());
        line(out, "cache enabled", false);
        line(out, "accept-encoding", requests.acceptEncoding());
        line(
                out,
                "delay",
                String.format(
                        Locale.ROOT,
                        "%.3f sec%s",
                        load.delaySeconds(),
                        load.delaySeconds() > 1 ? "s" : ""));
        appendRest(out, settings, resourceFile);
        return out.toString();
    }

    private static void appendRest(StringBuilder out, Settings settings, String resourceFile) {
        var load = settings.load();
        var requests = settings.requests();
        var display = settings.display();
        line(out, "internet simulation", load.internet());
        line(out, "benchmark mode", load.benchmark());
        line(out, "failures until abort", load.failures());
        line(out, "named URL", settings.url().orElse("none"));
        line(out, "URLs file", settings.file());
        line(out, "thread limit", load.limit());
        line(out, "logging", settings.log().on());
        line(out, "log file", settings.log().file());
        line(out, "resource file", resourceFile);
        line(out, "timestamped output", display.timestamp());
        line(out, "comma separated output", display.csv());
        line(out, "allow redirects", requests.follow());
        line(out, "allow zero byte data", true);
        line(out, "allow chunked encoding", true);
        line(out, "upload unique files", true);
        line(out, "json output", display.json());
        if (requests.parser() && !requests.noFollow().isEmpty()) {
            out.append("no-follow:\n");
            requests.noFollow().forEach(it -> out.append(" - ").append(it).append('\n'));
        }
        // The names alone: what is shown here ends up in tickets.
        line(out, "proxy auth", users(settings.network().proxyLogins()));
        line(out, "www auth", users(requests.logins()));
    }

    private static String users(List<Login> logins) {
        return String.join(
                ", ",
                logins.stream()
                        .map(it -> "credentials:  %s:***:%s".formatted(it.user(), it.realm()))
                        .toList());
    }

    private static String time(Amount amount) {
        return amount instanceof Amount.Time time ? time.seconds() + " seconds" : "n/a";
    }

    private static String repetitions(Amount amount) {
        return switch (amount) {
            case Amount.Repetitions repetitions -> String.valueOf(repetitions.count());
            case Amount.Time _, Amount.Once _, Amount.Endless _ -> "n/a";
        };
    }

    private static void line(StringBuilder out, String label, Object value) {
        out.append(String.format(Locale.ROOT, "%-32s%s\n", label + ":", value));
    }
}
