import org.jspecify.annotations.NullMarked;

@NullMarked
module io.spate.output {
    requires static org.jspecify;
}
