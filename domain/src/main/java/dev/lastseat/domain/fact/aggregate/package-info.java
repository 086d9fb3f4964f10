/**
 * What each aggregate tells of a change, as flat fields of text, and how some are made again of
 * their facts: a class for each aggregate. What the names of fields mean is in docs/facts.md.
 */
@NullMarked
package dev.lastseat.domain.fact.aggregate;

import org.jspecify.annotations.NullMarked;
