/** JSON as the page reads it and writes it. For any thread. */
package io.spate.web.json;
