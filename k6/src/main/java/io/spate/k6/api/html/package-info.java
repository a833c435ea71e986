/**
 * The module {@code k6/html}: pages as trees, found in by selectors of CSS.
 *
 * <p>Threading: a page belongs to its user. Allocation: the tree of a page.
 */
package io.spate.k6.api.html;
