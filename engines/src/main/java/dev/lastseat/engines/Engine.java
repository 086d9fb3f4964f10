package dev.lastseat.engines;

/**
 * An engine that runs.
 *
 * @param source where it came from, such as {@code mongo:8 in Docker}; no secrets
 */
record Engine(String source, String uri) {}
