/**
 * What happened: the table {@code fact}, to which the writes of all other rooms add, and how far
 * those have come who follow it.
 */
@NullMarked
package dev.lastseat.embedded.sqlite.fact;

import org.jspecify.annotations.NullMarked;
