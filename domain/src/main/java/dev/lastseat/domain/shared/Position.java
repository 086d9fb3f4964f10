package dev.lastseat.domain.shared;

/**
 * A position in a sorted list: the sort key of the last item seen, in a form its store can read
 * back, and its id.
 */
public record Position(String key, String id) {}
