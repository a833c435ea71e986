/**
 * What runs measured, as statistics see it.
 *
 * <p>Everything here is a function of values: no clock, no file, any thread.
 */
package io.spate.analysis;
