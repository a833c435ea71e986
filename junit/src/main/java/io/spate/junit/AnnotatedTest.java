package io.spate.junit;

import io.spate.plan.Durations;
import io.spate.plan.Profile;
import io.spate.plan.Workload;
import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import io.spate.script.ScenarioBuilder;
import io.spate.script.TestBuilder;
import io.spate.script.User;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** The test that a method and its annotation describe. */
record AnnotatedTest(LoadTest annotation, Method method, Object instance)
        implements io.spate.script.LoadTest {

    static LoadedTest load(String name, LoadTest annotation, Method method, Object instance) {
        return LoadedTest.of(
                name, new AnnotatedTest(annotation, method, instance), LoadOptions.NONE);
    }

    @Override
    public void define(TestBuilder test) {
        if (method.getParameterTypes()[0] == TestBuilder.class) {
            call(test);
        } else {
            scenario(test.scenario(method.getName()));
        }
        AnnotationSupport.findAnnotation(method, Objectives.class).ifPresent(it -> judge(test, it));
    }

    private void scenario(ScenarioBuilder<User> scenario) {
        scenario.workload(workload()).task(this::call);
        if (!annotation.think().isEmpty()) {
            scenario.think(annotation.think());
        }
    }

    private void call(Object parameter) {
        Object _ = ReflectionSupport.invokeMethod(method, instance, parameter);
    }

    private Workload workload() {
        var workload = Workload.NONE.withUsers(annotation.users());
        if (!annotation.duration().isEmpty()) {
            workload = workload.withDuration(Durations.parse(annotation.duration()));
        }
        if (annotation.iterations() > 0) {
            workload = workload.with(new Profile.Iterations(annotation.iterations()));
        }
        return annotation.rate() > 0
                ? workload.with(new Profile.Rate(annotation.rate()))
                : workload;
    }

    private static void judge(TestBuilder test, Objectives asked) {
        if (!asked.p95().isEmpty()) {
            test.threshold("http_req_duration", "p(95)<" + millis(asked.p95()));
        }
        if (!asked.p99().isEmpty()) {
            test.threshold("http_req_duration", "p(99)<" + millis(asked.p99()));
        }
        if (!asked.errorRate().isEmpty()) {
            test.threshold("http_req_failed", "rate<=" + share(asked.errorRate()));
        }
        if (asked.throughput() > 0) {
            var least = BigDecimal.valueOf(asked.throughput()).stripTrailingZeros();
            test.threshold("http_reqs", "rate>=" + least.toPlainString());
        }
        for (var text : asked.thresholds()) {
            int equals = text.indexOf('=', Math.max(0, text.indexOf('}')));
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "threshold \"%s\" is not METRIC=CONDITION, such as http_req_duration=p(95)<500"
                                .formatted(text));
            }
            test.threshold(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    private static String millis(String text) {
        return BigDecimal.valueOf(Durations.parse(text).toNanos(), 6)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String share(String text) {
        if (!text.matches("\\d+(\\.\\d+)?\\s*%")) {
            throw new IllegalArgumentException(
                    "errorRate \"%s\" is not a percentage such as 0.5%%".formatted(text));
        }
        var percent = new BigDecimal(text.replace("%", "").strip());
        return percent.signum() == 0
                ? "0"
                : percent.movePointLeft(2).stripTrailingZeros().toPlainString();
    }
}
