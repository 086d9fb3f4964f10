/**
 * What buyers give back of what they bought, and what is kept of its price. Begin with {@link
 * dev.lastseat.domain.returns.Returns}. Uses {@code shared} and {@code claim}.
 */
@NullMarked
package dev.lastseat.domain.returns;

import org.jspecify.annotations.NullMarked;
