/** Figures as Locust writes them: tables, CSV, JSON, HTML. Pure functions, for any thread. */
package io.spate.locust.text;
