/**
 * The scripts at the root, run as processes in a copy of the checkout with a JDK and a Maven that
 * are shell scripts, so that each test takes milliseconds.
 */
@NullMarked
package io.spate.acceptance.launcher;

import org.jspecify.annotations.NullMarked;
