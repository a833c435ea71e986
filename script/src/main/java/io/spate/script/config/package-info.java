/**
 * What surrounds tests: files of service level objectives, of variables, and where each value comes
 * from.
 *
 * <p>Threading: immutable values, any thread may use them. Allocation is free: this runs once,
 * before the load.
 */
package io.spate.script.config;
