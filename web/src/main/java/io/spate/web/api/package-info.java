/**
 * The answers of the server: one class for each group of resources. Handlers run on virtual
 * threads, one for each request.
 */
package io.spate.web.api;
