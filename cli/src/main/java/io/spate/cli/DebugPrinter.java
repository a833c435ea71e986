package io.spate.cli;

import io.spate.http.ExchangeObserver;
import io.spate.http.ExchangeObserver.Exchanged;
import io.spate.http.ExchangeObserver.Message;
import io.spate.http.HttpResponse.Timings;
import io.spate.script.debug.UserObserver;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Prints all that a virtual user sends, receives, checks and keeps. Called by one virtual user
 * after another.
 */
final class DebugPrinter implements UserObserver {
    private static final int BODY_CHARS_MAX = 10_000;

    private final PrintStream out;
    private final boolean showSecrets;
    private final Runnable betweenSteps;
    private int count;
    private int failed;
    private int checks;
    private int checksFailed;

    /** With what happens after each request, such as waiting for a key. */
    DebugPrinter(PrintStream out, boolean showSecrets, Runnable betweenSteps) {
        this.out = out;
        this.showSecrets = showSecrets;
        this.betweenSteps = betweenSteps;
    }

    @Override
    public void ended(Exchanged seen) {
        var exchange = showSecrets ? seen : seen.masked();
        count++;
        out.printf("%n%d. %s%s%n", count, exchange.name(), hop(exchange.hop()));
        print("> ", exchange.request());
        exchange.response().ifPresent(it -> print("< ", it));
        out.println("  " + times(exchange.timings()));
        if (!exchange.ok()) {
            failed++;
            out.println("  failed: " + reason(exchange));
        }
        out.flush();
        betweenSteps.run();
    }

    @Override
    public void checked(String name, boolean passed) {
        checks++;
        checksFailed += passed ? 0 : 1;
        out.println((passed ? "  ✓ " : "  ✗ ") + name);
    }

    @Override
    public void kept(String name, Object value) {
        var text = String.valueOf(value);
        out.printf("  %s = %s%n", name, showSecrets ? text : ExchangeObserver.masked(name, text));
    }

    /** Whether no request and no check failed. */
    boolean allWell() {
        return failed == 0 && checksFailed == 0;
    }

    /** What it came to, in a line. */
    String total() {
        return "%d requests, %d failed; %d checks, %d failed"
                .formatted(count, failed, checks, checksFailed);
    }

    private void print(String mark, Message message) {
        out.println(mark + message.startLine());
        message.fields().forEach(it -> out.println(mark + it.name() + ": " + it.value()));
        var body = message.body();
        if (!body.isEmpty()) {
            out.println(mark.strip());
            var shown = body.length() <= BODY_CHARS_MAX ? body : body.substring(0, BODY_CHARS_MAX);
            shown.lines().forEach(line -> out.println(mark + line));
            if (shown.length() < body.length()) {
                out.printf("%s... %,d characters more%n", mark, body.length() - shown.length());
            }
        }
    }

    private static String hop(int hop) {
        return hop == 0 ? "" : " (redirect " + hop + ")";
    }

    private static String reason(Exchanged exchange) {
        return exchange.error().isEmpty()
                ? exchange.errorKind()
                : exchange.errorKind() + ": " + exchange.error();
    }

    private static String times(Timings timings) {
        return String.format(
                Locale.ROOT,
                "%.2f ms: sending %.2f, waiting %.2f, receiving %.2f; before that %.2f blocked"
                        + " (connecting %.2f, TLS %.2f)",
                timings.durationNanos() / 1e6,
                timings.sendingNanos() / 1e6,
                timings.waitingNanos() / 1e6,
                timings.receivingNanos() / 1e6,
                timings.blockedNanos() / 1e6,
                timings.connectingNanos() / 1e6,
                timings.tlsHandshakingNanos() / 1e6);
    }
}
