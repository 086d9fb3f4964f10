/**
 * Requests that come without a port: they are handed to the server in process, as HTTP/1.1
 * messages, so that all that parses, limits and answers them is the same. Begin with {@link
 * dev.lastseat.http.local.LocalExchange}.
 */
@NullMarked
package dev.lastseat.http.local;

import org.jspecify.annotations.NullMarked;
