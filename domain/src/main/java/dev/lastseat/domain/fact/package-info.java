/**
 * What happened, kept for good: every change of an aggregate leaves one {@link
 * dev.lastseat.domain.fact.Fact}, which its store writes in the same atomic step (docs/adr/0028).
 * Every aggregate is told as flat fields of text, so the present is the sum of its facts ({@link
 * dev.lastseat.domain.fact.StreamState}).
 */
@NullMarked
package dev.lastseat.domain.fact;

import org.jspecify.annotations.NullMarked;
