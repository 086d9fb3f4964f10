/**
 * Every port in memory, quick and exact, for tests of what uses the ports. They pass the same
 * contracts as the adapters; {@link dev.lastseat.domain.fake.FakeBookings} can also be told to let
 * something happen at the worst moment.
 */
@NullMarked
package dev.lastseat.domain.fake;

import org.jspecify.annotations.NullMarked;
