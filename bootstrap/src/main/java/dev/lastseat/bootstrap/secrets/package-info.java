/** The program's own secrets and keys, made at its first start and kept in files of its owner's. */
@NullMarked
package dev.lastseat.bootstrap.secrets;

import org.jspecify.annotations.NullMarked;
