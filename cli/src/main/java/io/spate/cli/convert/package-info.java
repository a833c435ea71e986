/**
 * {@code spate check} and {@code spate convert}. The commands themselves are known to every start
 * of Spate and name no type of the module they use, so that its jars are opened only where they
 * run.
 *
 * <p>Threading: of the main thread. Allocation: free.
 */
package io.spate.cli.convert;
