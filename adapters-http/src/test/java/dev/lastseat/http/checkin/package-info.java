@NullMarked
package dev.lastseat.http.checkin;

import org.jspecify.annotations.NullMarked;
