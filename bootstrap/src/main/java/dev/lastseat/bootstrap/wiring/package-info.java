/** Every use case between the adapters and the server, connected by constructors, area by area. */
@NullMarked
package dev.lastseat.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
