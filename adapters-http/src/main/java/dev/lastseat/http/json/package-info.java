/**
 * JSON as the contract has it: how bodies are read, strictly, and what answers are wrapped in. A
 * {@link dev.lastseat.http.json.Problem} is what a client is told when a request cannot be served.
 * Knows nothing of HTTP but status codes; {@link dev.lastseat.http.json.Json} is where to begin.
 */
@NullMarked
package dev.lastseat.http.json;

import org.jspecify.annotations.NullMarked;
