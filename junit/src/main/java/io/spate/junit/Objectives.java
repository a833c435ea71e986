package io.spate.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a {@link LoadTest} is judged by. */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Objectives {

    /** What the 95th percentile of the service time must stay below, such as {@code 250ms}. */
    String p95() default "";

    /** What the 99th percentile of the service time must stay below. */
    String p99() default "";

    /** What share of requests may fail, such as {@code 0.5%}. */
    String errorRate() default "";

    /** Requests per second there must be at least. */
    double throughput() default 0;

    /** Further thresholds, such as {@code http_req_duration{name:/api/users}=p(99)<800}. */
    String[] thresholds() default {};
}
