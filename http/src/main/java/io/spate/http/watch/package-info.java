/**
 * What is looked at in each response where somebody asks: which node it came from, and when. What
 * nobody asks for costs nothing. {@link io.spate.http.watch.NodeNames} belongs to one event loop
 * and allocates when a name is first met; {@link io.spate.http.watch.Successes} is shared by all.
 */
package io.spate.http.watch;
