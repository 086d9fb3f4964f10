/** The ports of the application in memory; they pass the same contracts as the adapters. */
@NullMarked
package dev.lastseat.application.fake;

import org.jspecify.annotations.NullMarked;
