/**
 * Load tests as tests of JUnit 5 and 6: a method with {@link io.spate.junit.LoadTest} is what a
 * virtual user does, and its thresholds are what the test asserts.
 *
 * <p>Threading: a test method runs on the event loops' virtual threads, many at the same time on
 * one instance of its class. Allocation is free but for what the method itself does.
 */
package io.spate.junit;
