/**
 * What the parsers of both languages say of a text that they cannot read.
 *
 * <p>Threading: values. Allocation: free.
 */
@org.jspecify.annotations.NullMarked
package io.spate.convert.syntax;
