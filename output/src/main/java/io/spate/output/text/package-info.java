/**
 * How values and cells are written as text where several formats write them alike. Without state;
 * for any thread.
 */
package io.spate.output.text;
