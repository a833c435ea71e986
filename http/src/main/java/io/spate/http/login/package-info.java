/**
 * How requests say who one is.
 *
 * <p>Threading: values and functions of them. Allocation: for requests that log in alone.
 */
package io.spate.http.login;
