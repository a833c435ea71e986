/**
 * The dashboards for Grafana, without a Grafana: what they are made of, and their queries against
 * real databases with the data of a real run.
 */
@NullMarked
package io.spate.acceptance.grafana;

import org.jspecify.annotations.NullMarked;
