/**
 * What a body holds: decoding of transfers and texts, and values by JSON path. Knows no request and
 * no connection.
 *
 * <p>Everything here is immutable or a pure function, fit for any thread; {@link
 * io.spate.http.content.JsonPath.Cache} belongs to one event loop. Reading a value costs a parser
 * and the value's text.
 */
package io.spate.http.content;
