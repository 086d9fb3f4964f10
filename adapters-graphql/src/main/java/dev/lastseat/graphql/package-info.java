/**
 * The use cases in GraphQL, by graphql-java. It touches neither HTTP nor JSON: a request comes in
 * as a map and goes out as one. Begin with {@code schema.graphqls} and {@link
 * dev.lastseat.graphql.GraphqlAdapters}.
 */
@NullMarked
package dev.lastseat.graphql;

import org.jspecify.annotations.NullMarked;
