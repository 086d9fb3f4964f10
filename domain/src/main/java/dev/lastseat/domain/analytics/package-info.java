/**
 * How sales go, counted from facts by quarters of an hour, which days of every time zone are made
 * of.
 */
@NullMarked
package dev.lastseat.domain.analytics;

import org.jspecify.annotations.NullMarked;
