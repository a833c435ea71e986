/**
 * k6's archives: a script with all that it reads, and its options, in one tar file.
 *
 * <p>Threading: values, for any thread. Allocation: all of an archive is held in memory, at most 1
 * GiB.
 */
package io.spate.k6.archive;
