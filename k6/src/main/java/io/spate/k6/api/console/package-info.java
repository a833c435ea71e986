/**
 * Globals that are no part of JavaScript: the console, and timers (which {@code k6/timers} exports
 * too).
 *
 * <p>Threading: of one user's thread. Allocation: the texts.
 */
package io.spate.k6.api.console;
