/**
 * The HTML report: one file that works offline, made of a page that was built from {@code
 * report/web} and the result document inside it.
 *
 * <p>Threading: stateless, any thread may use it. Allocation is free: this runs once, after the
 * load. The size follows the document, which is bounded.
 */
package io.spate.report.html;
