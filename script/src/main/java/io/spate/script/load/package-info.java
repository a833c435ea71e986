/**
 * From a source as people name it (a file, a URL) to a test that can run. Used once, by one thread,
 * before the run.
 */
package io.spate.script.load;
