/**
 * The module {@code k6/browser}: Chromium, driven by Playwright. Nothing of Playwright is loaded
 * before a script uses a browser. Each user has a browser and a thread for it, which waits for
 * pages while the user's loop goes on with others; what it finds out comes back by the user's
 * queue. Memory and time here are the browser's, so that nothing is reckoned by allocations.
 */
package io.spate.k6.api.browser;
