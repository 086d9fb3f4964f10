/** One abstract test per port of the application: what its documentation promises. */
@NullMarked
package dev.lastseat.application.contract;

import org.jspecify.annotations.NullMarked;
