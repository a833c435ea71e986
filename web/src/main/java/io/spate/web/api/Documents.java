package io.spate.web.api;

import io.javalin.http.Context;
import io.spate.report.ci.JunitXml;
import io.spate.report.csv.StatsCsv;
import io.spate.report.html.HtmlReport;
import io.spate.report.json.Results;
import io.spate.report.json.ResultsJson;
import io.spate.report.markdown.MarkdownReport;
import java.io.IOException;
import java.io.StringWriter;

/** The formats of a run's results. */
enum Documents {
    JSON("json", Answers.JSON),
    CSV("csv", "text/csv; charset=utf-8"),
    HTML("html", "text/html; charset=utf-8"),
    MARKDOWN("md", "text/markdown; charset=utf-8"),
    JUNIT("xml", "application/xml; charset=utf-8");

    /**
     * The report is a page of its own: with its script within, and without this server's rights.
     */
    private static final String SANDBOX =
            "sandbox allow-scripts allow-downloads; default-src 'none'; script-src 'unsafe-inline';"
                    + " style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'";

    private final String ending;
    private final String type;

    Documents(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    /** Answers with it, to be shown. */
    void show(Context request, Results results) throws IOException {
        if (this == HTML) {
            sandboxed(request);
        }
        request.contentType(type).result(text(results));
    }

    /** Has an answer be a page of its own. */
    static void sandboxed(Context request) {
        request.header("Content-Security-Policy", SANDBOX);
    }

    /** Answers with it, to be saved. */
    void download(Context request, Results results) throws IOException {
        var name = results.name().replaceAll("[^\\w.-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        var shown = name.isEmpty() ? "spate" : name;
        request.header(
                "Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(shown, ending));
        show(request, results);
    }

    /** Its text. */
    String text(Results results) throws IOException {
        var out = new StringWriter();
        switch (this) {
            case JSON -> out.write(ResultsJson.text(results));
            case HTML -> HtmlReport.write(results, out);
            case JUNIT -> JunitXml.write(results, out);
            case MARKDOWN -> out.write(MarkdownReport.of(results));
            // What --csv writes first of all: a line for each endpoint.
            case CSV -> out.write(StatsCsv.stats(results));
        }
        return out.toString();
    }
}
