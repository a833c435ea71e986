/** {@code spate wrk}: prints and exits as wrk does. One thread. */
package io.spate.cli.wrk;
