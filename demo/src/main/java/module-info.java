import org.jspecify.annotations.NullMarked;

@NullMarked
module io.spate.demo {
    requires static org.jspecify;
}
