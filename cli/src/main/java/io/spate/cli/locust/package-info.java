/**
 * {@code spate locust}: Locust's command line, its configuration files and variables, and where its
 * output goes. Runs on the command's thread, but for what is shown of a run, which its loop writes.
 */
package io.spate.cli.locust;
