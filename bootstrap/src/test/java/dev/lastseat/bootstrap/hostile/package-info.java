/**
 * Requests that no well-behaved client sends. They lie in files of their own, a family each, which
 * {@link dev.lastseat.bootstrap.hostile.HostileContract} sends to a running Lastseat.
 */
@NullMarked
package dev.lastseat.bootstrap.hostile;

import org.jspecify.annotations.NullMarked;
