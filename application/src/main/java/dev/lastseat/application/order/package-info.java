/** How tickets of several events are sold together: placing orders, showing and settling them. */
@NullMarked
package dev.lastseat.application.order;

import org.jspecify.annotations.NullMarked;
