@NullMarked
package dev.lastseat.http.ticket;

import org.jspecify.annotations.NullMarked;
