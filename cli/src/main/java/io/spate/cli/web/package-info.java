/**
 * The web UI at the command line: {@code --web}, {@code spate ui}, and how the server gets at plans
 * and runs.
 */
package io.spate.cli.web;
