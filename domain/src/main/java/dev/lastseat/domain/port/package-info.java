/**
 * What the booking rules need from the outside, in the words of the domain. A port that stores
 * decides every race it is asked to decide in one atomic step; a port that only remembers may
 * forget anything at any moment, at the price of speed. Every port has one contract test that fakes
 * and adapters alike must pass.
 */
@NullMarked
package dev.lastseat.domain.port;

import org.jspecify.annotations.NullMarked;
