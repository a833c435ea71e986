/**
 * Tests of Spate as a whole: {@code rules} holds the house rules, {@code launcher} the scripts at
 * the root, {@code commands} what a user types. Tests may start processes and wait for them.
 */
@NullMarked
package io.spate.acceptance;

import org.jspecify.annotations.NullMarked;
