package dev.lastseat.graphql;

import dev.lastseat.graphql.query.Documents;
import java.util.Optional;

/**
 * What can be set about GraphQL.
 *
 * @param introspection whether the schema can be asked for
 * @param documents the only ones that are run; absent: any
 */
public record GraphqlSettings(boolean introspection, Optional<Documents> documents) {}
