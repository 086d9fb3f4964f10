/** How sales go: counted from facts as they come, and shown to those who run events. */
@NullMarked
package dev.lastseat.application.analytics;

import org.jspecify.annotations.NullMarked;
