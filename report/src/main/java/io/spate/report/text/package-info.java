/**
 * Text in a terminal: columns, colours, numbers as people read them, and a block that is drawn over
 * itself. Knows nothing of what is shown.
 *
 * <p>Threading: all is stateless but {@link io.spate.report.text.Row} and {@link
 * io.spate.report.text.Screen}, which belong to one thread at a time. Allocation is free; it is
 * bounded by the text shown.
 */
package io.spate.report.text;
