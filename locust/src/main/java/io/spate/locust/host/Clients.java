package io.spate.locust.host;

import io.spate.http.HttpClients;

/**
 * What makes clients on a loop.
 *
 * @param checked those that check certificates
 * @param unchecked those that do not
 */
record Clients(HttpClients checked, HttpClients unchecked) {}
