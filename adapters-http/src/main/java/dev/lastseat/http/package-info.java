/**
 * The HTTP contract. A route only translates: a request into a command of a use case, its outcome
 * into a response. {@link dev.lastseat.http.HttpServer} is the way in; the rooms below are one for
 * each resource, and {@code request}, {@code input} and {@code json} for what serves them all.
 * Touches the application, the domain, Javalin and Jackson only.
 */
@NullMarked
package dev.lastseat.http;

import org.jspecify.annotations.NullMarked;
