/** Which adapters the settings choose, opened, watched and closed. */
@NullMarked
package dev.lastseat.bootstrap.adapter;

import org.jspecify.annotations.NullMarked;
