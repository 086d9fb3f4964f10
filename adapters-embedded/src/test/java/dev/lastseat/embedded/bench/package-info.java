/**
 * What a machine can do at best, to measure the program against. {@link
 * dev.lastseat.embedded.bench.BareStore} writes the rows of bookings with nothing around it.
 */
@NullMarked
package dev.lastseat.embedded.bench;

import org.jspecify.annotations.NullMarked;
