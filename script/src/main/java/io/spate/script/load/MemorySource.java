package io.spate.script.load;

import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** The file to compile; it may be called anything, whatever its public class is called. */
final class MemorySource extends SimpleJavaFileObject {
    private final String text;

    MemorySource(Path file, String text) {
        super(file.toAbsolutePath().normalize().toUri(), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE;
    }
}
