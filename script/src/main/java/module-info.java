import org.jspecify.annotations.NullMarked;

@NullMarked
module io.spate.script {
    requires static org.jspecify;
}
