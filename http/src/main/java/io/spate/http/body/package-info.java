/**
 * Bodies: what requests send (bytes, forms, multipart, files) and where those of responses go
 * (memory, a file, the script, nowhere). Knows no connection.
 *
 * <p>Threading: a {@link io.spate.http.body.RequestContent} and a {@link
 * io.spate.http.body.BodyUse} are immutable; a {@link io.spate.http.body.BodyBuilder} belongs to
 * one virtual user. Files are read and written on the event loop's thread, which waits for the disk
 * meanwhile.
 *
 * <p>Allocation: a body from memory is one array; one from a file a buffer of 64 KB while it is
 * sent, whatever its size.
 */
package io.spate.http.body;
