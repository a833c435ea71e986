package io.spate.k6.api.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.BindingCallback;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What pages were seen to do since the last answer: requests, web vitals, messages. A vital changes
 * until its page is left, and counts then.
 */
final class Seen {
    private final List<Request> requests = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<Page, Vitals> vitals = new LinkedHashMap<>();

    private record Sample(String metric, double value, Map<String, String> tags) {}

    private record Event(int page, String kind, String type, String text) {}

    /** The vitals of one document so far. */
    private record Vitals(String document, String url, Map<String, Double> values) {}

    void finished(Request request) {
        requests.add(request);
    }

    void event(int page, String kind, String type, String text) {
        events.add(new Event(page, kind, type, text));
    }

    /** A page says what one of its vitals is by now: name, value, document, URL. */
    @Nullable Object vital(BindingCallback.Source source, Object... told) {
        var document = String.valueOf(told[2]);
        var known = vitals.get(source.page());
        if (known == null || !known.document.equals(document)) {
            leave(source.page());
            known = new Vitals(document, String.valueOf(told[3]), new LinkedHashMap<>());
            vitals.put(source.page(), known);
        }
        known.values.put(String.valueOf(told[0]), ((Number) told[1]).doubleValue());
        return null;
    }

    /** A page's document is left. */
    void leave(Page page) {
        var known = vitals.remove(page);
        if (known != null) {
            var tags = Map.of("url", known.url, "name", known.url);
            known.values.forEach(
                    (name, value) ->
                            samples.add(new Sample("browser_web_vital_" + name, value, tags)));
        }
    }

    /** Writes it all, and begins anew. */
    void writeTo(ObjectNode root) {
        for (var request : List.copyOf(requests)) {
            measure(request);
        }
        requests.clear();
        var list = root.putArray("samples");
        for (var each : samples) {
            var one = list.addArray().add(each.metric).add(each.value);
            var tags = one.addObject();
            each.tags.forEach(tags::put);
        }
        samples.clear();
        var told = root.putArray("events");
        for (var each : events) {
            told.addArray().add(each.page).add(each.kind).add(each.type).add(each.text);
        }
        events.clear();
    }

    private void measure(Request request) {
        try {
            var response = request.existingResponse();
            var url = request.url();
            if (url.startsWith("data:") || url.startsWith("blob:")) {
                return;
            }
            int status = response == null ? 0 : response.status();
            var tags =
                    Map.of(
                            "url",
                            url,
                            "name",
                            url,
                            "method",
                            request.method(),
                            "status",
                            String.valueOf(status));
            boolean failed = response == null || status >= 400;
            samples.add(new Sample("browser_http_req_failed", failed ? 1 : 0, tags));
            double took = request.timing().responseEnd;
            if (took >= 0) {
                samples.add(new Sample("browser_http_req_duration", took, tags));
            }
            var sizes = request.sizes();
            samples.add(
                    new Sample(
                            "browser_data_sent",
                            sizes.requestHeadersSize + (double) sizes.requestBodySize,
                            tags));
            samples.add(
                    new Sample(
                            "browser_data_received",
                            sizes.responseHeadersSize + (double) sizes.responseBodySize,
                            tags));
        } catch (PlaywrightException _) {
            // Its page is gone, and with it what it knew of the request.
        }
    }

    void clear() {
        requests.clear();
        samples.clear();
        events.clear();
        vitals.clear();
    }
}
