import org.jspecify.annotations.NullMarked;

@NullMarked
module io.spate.report {
    requires static org.jspecify;
}
