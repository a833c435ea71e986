import org.jspecify.annotations.NullMarked;

/** Reports: what a finished run came to, for people and for programs. */
@NullMarked
module io.spate.report {
    requires static org.jspecify;
    requires java.xml;
    requires transitive io.spate.analysis;
    requires transitive io.spate.plan;
    requires tools.jackson.databind;

    exports io.spate.report;
    exports io.spate.report.capacity;
    exports io.spate.report.ci;
    exports io.spate.report.csv;
    exports io.spate.report.finding;
    exports io.spate.report.histogram;
    exports io.spate.report.html;
    exports io.spate.report.json;
    exports io.spate.report.kept;
    exports io.spate.report.markdown;
    exports io.spate.report.notice;
    exports io.spate.report.text;
    exports io.spate.report.verdict;
}
