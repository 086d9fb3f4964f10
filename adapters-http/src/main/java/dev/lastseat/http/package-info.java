/**
 * The HTTP contract: routes, what surrounds them, JSON, and how errors are told. A route only
 * translates: a request into a command of a use case, its outcome into a response. {@link
 * dev.lastseat.http.HttpServer} is the way in. Touches the application, the domain, Javalin,
 * Jackson and Jakarta Validation only.
 */
@NullMarked
package dev.lastseat.http;

import org.jspecify.annotations.NullMarked;
