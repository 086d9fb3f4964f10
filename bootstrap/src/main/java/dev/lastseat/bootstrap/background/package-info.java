/**
 * What the program does without being asked: sweeps, again and again, and jobs. Begin with {@link
 * dev.lastseat.bootstrap.background.Sweeper}.
 */
@NullMarked
package dev.lastseat.bootstrap.background;

import org.jspecify.annotations.NullMarked;
