/**
 * {@code spate analyze}: result files of Spate and of other tools, for people and for programs.
 *
 * <p>Threading: of the main thread. Allocation: free.
 */
package io.spate.cli.analyze;
