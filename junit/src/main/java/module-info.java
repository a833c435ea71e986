import org.jspecify.annotations.NullMarked;

/** Load tests as tests of JUnit. */
@NullMarked
module io.spate.junit {
    requires static org.jspecify;
    requires io.spate.report;
    requires transitive io.spate.script;
    requires transitive org.junit.jupiter.api;

    exports io.spate.junit;
}
