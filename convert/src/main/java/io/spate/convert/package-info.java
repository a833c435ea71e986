/**
 * Scripts of other tools, read without running them: {@link io.spate.convert.Converter} writes them
 * anew for Spate. Whatever has no counterpart is kept as a comment and listed.
 *
 * <p>Threading: values and functions, for any thread. Allocation: free; nothing here runs under
 * load.
 */
package io.spate.convert;
