package io.spate.demo;

import io.spate.demo.web.Reply;
import io.spate.demo.web.Route;
import java.util.List;

/** The page at {@code /}: what the shop is and which routes it has. */
final class IndexPage {
    private IndexPage() {}

    static Reply reply(DemoOptions options, List<Route> routes) {
        StringBuilder rows = new StringBuilder();
        for (Route route : routes) {
            rows.append("<tr><td>").append(route.method()).append("<td>");
            String path = route.template();
            boolean opens = route.method().equals("GET") && !path.endsWith("}");
            rows.append(opens ? "<a href=\"" + path + "\">" + path + "</a>" : path).append("\n");
        }
        return Reply.text(
                "text/html; charset=utf-8",
                """
                <!DOCTYPE html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <title>Demo shop</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 40rem; \
                padding: 0 1rem }
                td { padding-right: 1.5rem; font-family: ui-monospace, monospace }
                </style>
                <h1>Demo shop</h1>
                <p>A server to load-test. Latency %s, error rate %s, capacity %s, \
                %s tasks/s.</p>
                <table>
                %s</table>
                """
                        .formatted(
                                options.latency().text(),
                                options.errorRate(),
                                options.capacity() == 0 ? "unlimited" : options.capacity(),
                                options.queueRate(),
                                rows));
    }
}
