package io.spate.script.load;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** Takes the compiler's class files in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final MemorySource source;
    private final Map<String, ClassFile> classes = new LinkedHashMap<>();
    private final List<String> own = new ArrayList<>();

    MemoryFiles(JavaFileManager standard, MemorySource source) {
        super(standard);
        this.source = source;
    }

    /** Every class that was compiled, by name. */
    Map<String, byte[]> classes() {
        var bytes = new HashMap<String, byte[]>();
        classes.forEach((name, file) -> bytes.put(name, file.bytes.toByteArray()));
        return bytes;
    }

    /** The names of those that stand in the source itself. */
    List<String> own() {
        return List.copyOf(own);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location,
            String className,
            JavaFileObject.Kind kind,
            @Nullable FileObject sibling) {
        var file = new ClassFile(className, kind);
        classes.put(className, file);
        if (sibling == source) {
            own.add(className);
        }
        return file;
    }

    /** The file on disk and the one being compiled are the same. */
    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.toUri().equals(other.toUri());
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String className, Kind kind) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }
}
