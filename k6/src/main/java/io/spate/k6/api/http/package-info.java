/**
 * The module {@code k6/http}: turns what scripts ask for into requests of the user's {@link
 * io.spate.http.HttpClient}, and its responses into what scripts read. It sends nothing itself.
 *
 * <p>Threading: of one user's thread; requests beside each other are on virtual threads of the same
 * loop, which touch no JavaScript. Allocation: a request, a response, and what is read of it.
 */
package io.spate.k6.api.http;
