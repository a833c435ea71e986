/**
 * Who may do what: passwords, sessions, and the checks that every request passes before anything
 * answers it. Safe for threads, and bounded.
 */
package io.spate.web.access;
