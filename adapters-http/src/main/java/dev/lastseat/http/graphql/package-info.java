/**
 * The route to GraphQL, which a module of its own answers. Begin with {@link
 * dev.lastseat.http.graphql.GraphqlRoutes}.
 */
@NullMarked
package dev.lastseat.http.graphql;

import org.jspecify.annotations.NullMarked;
