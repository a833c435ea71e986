package io.spate.k6;

import io.spate.http.ExchangeObserver.Message;
import io.spate.http.HttpOptions;
import io.spate.k6.options.K6Options;
import io.spate.k6.options.K6Options.Debug;
import io.spate.k6.vu.ScriptLog;
import io.spate.k6.vu.ScriptLog.Level;
import java.util.stream.Collectors;

/** Tells of each request and its response, where the options ask for it. */
final class HttpDebug {
    private HttpDebug() {}

    /** The options of HTTP, with an observer where one is wanted. */
    static HttpOptions observed(K6Options options, ScriptLog log) {
        if (options.debug() == Debug.NONE) {
            return options.http();
        }
        boolean bodies = options.debug() == Debug.FULL;
        return options.http()
                .withObserver(
                        it -> {
                            tell(log, "Request", it.request(), bodies);
                            it.response().ifPresent(each -> tell(log, "Response", each, bodies));
                        });
    }

    private static void tell(ScriptLog log, String what, Message message, boolean body) {
        var head =
                message.fields().stream()
                        .map(it -> it.name() + ": " + it.value())
                        .collect(Collectors.joining("\n", message.startLine() + "\n", "\n"));
        var text = what + ":\n" + head + (body ? "\n" + message.body() : "");
        log.log(Level.INFO, text, "http-debug");
    }
}
