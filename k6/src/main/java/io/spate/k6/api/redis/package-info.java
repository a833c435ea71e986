/** The module {@code k6/experimental/redis}, which newer scripts import as {@code k6/x/redis}. */
package io.spate.k6.api.redis;
