/**
 * Where the program comes together: {@code Main} reads the settings, builds every part by its
 * constructor, starts and stops them. The only place that knows the real clock, real randomness and
 * which adapter serves which port.
 */
@NullMarked
package dev.lastseat.bootstrap;

import org.jspecify.annotations.NullMarked;
