/** How sales go, for those who run events. */
@NullMarked
package dev.lastseat.http.analytics;

import org.jspecify.annotations.NullMarked;
