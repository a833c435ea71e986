import org.jspecify.annotations.NullMarked;

@NullMarked
module io.spate.cli {
    requires static org.jspecify;
}
