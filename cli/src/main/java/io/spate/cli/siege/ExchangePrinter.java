package io.spate.cli.siege;

import io.spate.http.ExchangeObserver;
import java.io.PrintStream;

/**
 * Prints requests and responses in full, as {@code -g}, {@code -p} and {@code -D} ask for.
 *
 * @param bodies whether bodies are printed too
 */
record ExchangePrinter(PrintStream out, boolean bodies) implements ExchangeObserver {
    @Override
    public void ended(Exchanged exchange) {
        var text = new StringBuilder();
        append(text, exchange.request());
        if (bodies && !exchange.request().body().isEmpty()) {
            text.append(exchange.request().body()).append('\n');
        }
        text.append('\n');
        exchange.response()
                .ifPresent(
                        response -> {
                            append(text, response);
                            text.append('\n');
                            if (bodies) {
                                text.append(response.body()).append("\n");
                            }
                        });
        out.print(text);
        out.flush();
    }

    private static void append(StringBuilder text, Message message) {
        text.append(message.startLine()).append('\n');
        message.fields()
                .forEach(it -> text.append(it.name()).append(": ").append(it.value()).append('\n'));
    }
}
