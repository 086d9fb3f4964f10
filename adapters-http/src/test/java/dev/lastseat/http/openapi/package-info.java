/**
 * What the contract promises, held against the routes and against what they answer; begin with
 * {@code OpenApiTest}.
 */
@NullMarked
package dev.lastseat.http.openapi;

import org.jspecify.annotations.NullMarked;
