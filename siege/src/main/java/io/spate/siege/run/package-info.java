/**
 * A siege as a plan and a script. What a user does runs on its loop; what the users of a loop share
 * belongs to that loop. A transaction allocates what its request does, and a line where
 * transactions are shown.
 */
package io.spate.siege.run;
