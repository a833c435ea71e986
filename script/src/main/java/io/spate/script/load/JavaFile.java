package io.spate.script.load;

import io.spate.script.LoadOptions;
import io.spate.script.LoadTest;
import io.spate.script.LoadedTest;
import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A test in one Java file: compiled in memory, its test class found and made. */
final class JavaFile {
    private final Path file;
    private final String name;

    private JavaFile(Path file) {
        this.file = file;
        var fileName = file.getFileName().toString();
        this.name = fileName.substring(0, fileName.lastIndexOf('.'));
    }

    static LoadedTest load(Path file, String text, LoadOptions options) {
        return new JavaFile(file).load(text, options);
    }

    private LoadedTest load(String text, LoadOptions options) {
        var compiled = JavaCompilation.compile(file, text);
        var test = instance(testClass(compiled));
        try {
            return LoadedTest.of(name, test, options);
        } catch (ScriptException told) {
            var placed = told.problems().stream().map(compiled::place).toList();
            var cause = told.getCause();
            throw cause == null ? new ScriptException(placed) : new ScriptException(placed, cause);
        }
    }

    /** The file's only test class, or among several the public one. */
    private Class<?> testClass(CompiledJava compiled) {
        var tests = new ArrayList<Class<?>>();
        for (var type : compiled.load()) {
            if (LoadTest.class.isAssignableFrom(type)
                    && type.getEnclosingClass() == null
                    && !Modifier.isAbstract(type.getModifiers())) {
                tests.add(type);
            }
        }
        var several = tests.size() > 1;
        var candidates = several ? tests.stream().filter(JavaFile::isPublic).toList() : tests;
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        if (several) {
            throw problem(
                    "there are several tests (%s): make the one to run public"
                            .formatted(
                                    tests.stream()
                                            .map(Class::getSimpleName)
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
        throw problem(
                "no class of this file implements LoadTest, so there is nothing to run. "
                        + "The smallest one is:\n\n"
                        + example());
    }

    private String example() {
        return """
                import io.spate.script.*;

                public class %s implements LoadTest {
                    public void define(TestBuilder test) {
                        test.scenario("home")
                                .task(user -> user.get("http://localhost:8000/").send());
                    }
                }
            """
                .formatted(name);
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers());
    }

    private LoadTest instance(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (LoadTest) constructor.newInstance();
        } catch (NoSuchMethodException missing) {
            throw problem(
                    "%s has no constructor without parameters, so it cannot be made"
                            .formatted(type.getSimpleName()));
        } catch (InvocationTargetException thrown) {
            throw failed(type, thrown.getCause() == null ? thrown : thrown.getCause());
        } catch (ReflectiveOperationException | LinkageError thrown) {
            throw failed(type, thrown);
        }
    }

    private ScriptException failed(Class<?> type, Throwable failure) {
        var hidden = failure instanceof ExceptionInInitializerError ? failure.getCause() : null;
        var thrown = hidden == null ? failure : hidden;
        var message = "making %s failed: %s".formatted(type.getSimpleName(), thrown);
        return new ScriptException(
                List.of(new SourceProblem(file.toString(), 0, 0, message, "")), thrown);
    }

    private ScriptException problem(String message) {
        return new ScriptException(List.of(new SourceProblem(file.toString(), 0, 0, message, "")));
    }
}
