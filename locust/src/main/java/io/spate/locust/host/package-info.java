/**
 * What Python calls: sleeping, starting users, HTTP. Belongs to the loop that carries the users;
 * nothing in it is locked or shared.
 */
package io.spate.locust.host;
