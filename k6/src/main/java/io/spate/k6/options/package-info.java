/**
 * k6's options: their keys, where they come from and which wins, and the plan that they make.
 *
 * <p>Threading: all is immutable but what is built within one call. Allocation: once, before a run.
 */
package io.spate.k6.options;
