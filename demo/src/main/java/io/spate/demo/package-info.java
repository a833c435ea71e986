/**
 * The demo shop: a small web shop over HTTP/1.1 whose latency, error rate, capacity and queue speed
 * can be set, so that there is something to test whose right answers are known.
 *
 * <p>The way of a request: {@code Connection} (bytes to a {@code Request}) to {@code Router} (which
 * {@code Route}) to {@code Exchange} (how long it takes and whether it fails) to {@code Station}
 * (waits while the capacity is used up) to the route's handler and back as a {@code Reply}.
 *
 * <p>Threading: one event loop thread runs everything but {@link io.spate.demo.DemoShop}'s own
 * methods, so nothing behind it is locked or needs to be. A slow request is a timer, never a
 * thread. One loop is also what makes the shop repeatable: requests draw their delays from one
 * seeded sequence, in the order in which they come into service.
 *
 * <p>Allocation: replies that do not change are encoded once, when the shop starts. A request costs
 * a handful of short-lived objects. All that is kept is bounded: users and orders by count, waiting
 * requests and waiting tasks by a limit whose overrun is answered with 503 and counted, request
 * bodies by 1 MiB; tokens and tasks are arithmetic and take no memory.
 */
package io.spate.demo;
