package io.spate.junit;

import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.report.Summary;
import io.spate.report.Terminal;
import io.spate.report.json.Results;
import io.spate.report.verdict.Conclusion;
import io.spate.script.LoadedTest;
import io.spate.script.TestBuilder;
import io.spate.script.User;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs methods with {@link LoadTest} as load tests in place of calling them once. */
public final class LoadTestExtension implements InvocationInterceptor, ParameterResolver {
    private static final int ERRORS_SHOWN = 5;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == User.class || type == TestBuilder.class;
    }

    /** None yet: each iteration gets the user that makes it. */
    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return null;
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> called,
            ExtensionContext context)
            throws Throwable {
        var method = called.getExecutable();
        var annotation = AnnotationSupport.findAnnotation(method, LoadTest.class);
        if (annotation.isEmpty()) {
            invocation.proceed();
            return;
        }
        invocation.skip();
        var types = List.of(method.getParameterTypes());
        if (!types.equals(List.of(User.class)) && !types.equals(List.of(TestBuilder.class))) {
            throw new ExtensionConfigurationException(
                    "a load test takes a User or a TestBuilder and nothing else: " + method);
        }
        var instance = called.getTarget().orElseThrow();
        var name = context.getRequiredTestClass().getSimpleName() + "." + method.getName();
        var test = AnnotatedTest.load(name, annotation.get(), method, instance);
        assertPassed(run(test));
    }

    private static Results run(LoadedTest test) throws InterruptedException {
        var machine = RunOptions.ofThisMachine().withTracing(test.tracing());
        var run = new Run(test.plan(), test.script(), machine, List.of());
        var result = run.execute();
        var failure = run.scriptFailure();
        if (failure.isPresent()) {
            throw new AssertionError("the load test could not go on", failure.get());
        }
        return Results.of(test.plan(), result, "JUnit");
    }

    private static void assertPassed(Results results) {
        var problems = new ArrayList<>(Conclusion.of(results).reasons());
        results.scriptErrors().stream()
                .limit(ERRORS_SHOWN)
                .map(it -> "%d times: %s%n%s".formatted(it.count(), it.message(), it.trace()))
                .forEach(problems::add);
        if (results.totals().requests() == 0) {
            problems.add("no request was made");
        }
        if (!problems.isEmpty()) {
            throw new AssertionError(
                    "The load test failed:%n- %s%n%n%s"
                            .formatted(
                                    String.join("\n- ", problems),
                                    Summary.of(results, Terminal.PLAIN)));
        }
    }
}
