/** How a load is divided between processes that know nothing of each other. Immutable values. */
package io.spate.engine.portion;
