import org.jspecify.annotations.NullMarked;

/** Statistics over what runs measured: comparison, capacity, findings. */
@NullMarked
module io.spate.analysis {
    requires static org.jspecify;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires org.apache.commons.statistics.distribution;
    requires transitive tools.jackson.databind;
    requires transitive io.spate.metrics;

    exports io.spate.analysis;
    exports io.spate.analysis.capacity;
    exports io.spate.analysis.compare;
    exports io.spate.analysis.files;
    exports io.spate.analysis.files.source;
    exports io.spate.analysis.findings;
}
