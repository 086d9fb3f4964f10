/** Lastseat as a function: the program behind the handler, and the archive of both. */
@NullMarked
package dev.lastseat.bootstrap.serverless;

import org.jspecify.annotations.NullMarked;
