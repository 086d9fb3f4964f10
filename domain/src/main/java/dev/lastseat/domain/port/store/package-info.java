/** What one engine keeps, as a whole; its parts lie in the rooms below. */
@NullMarked
package dev.lastseat.domain.port.store;

import org.jspecify.annotations.NullMarked;
