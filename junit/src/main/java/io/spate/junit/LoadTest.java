package io.spate.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test method a load test. A method that takes a {@link io.spate.script.User} is one
 * iteration of a virtual user; one that takes a {@link io.spate.script.TestBuilder} describes a
 * whole test. It fails where one of its {@link Objectives} is missed, where the method throws, and
 * where nothing was requested.
 *
 * <pre>{@code
 * @LoadTest(users = 20, duration = "10s")
 * @Objectives(p95 = "250ms", errorRate = "0.5%")
 * void browse(User user) {
 *     user.get(shop.url() + "/api/products").send();
 * }
 * }</pre>
 *
 * The method runs on many virtual threads, all on the one instance of the test class.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(LoadTestExtension.class)
public @interface LoadTest {

    /** Virtual users. */
    int users() default 1;

    /** How long, such as {@code 10s}; once for each user, or {@link #iterations}, where empty. */
    String duration() default "";

    /** Iterations, shared by the users; 0 for as many as the duration takes. */
    long iterations() default 0;

    /** Iterations started per second, whatever became of earlier ones; 0 for none. */
    double rate() default 0;

    /** The pause between two iterations, such as {@code 1s..3s}. */
    String think() default "";
}
