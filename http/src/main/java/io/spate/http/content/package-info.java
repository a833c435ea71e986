/**
 * What a body holds: decoding of transfers and texts, and values by JSON path, JSON pointer,
 * regular expression and CSS selector. Knows no request and no connection.
 *
 * <p>Everything here is immutable or a pure function, fit for any thread; {@link
 * io.spate.http.content.Expressions} belong to one event loop, a {@link
 * io.spate.http.content.Content} to one virtual user. Reading a value by a simple path or a pointer
 * costs a parser and the value's text; other ways make the whole body into a text, a tree or a page
 * first.
 */
package io.spate.http.content;
