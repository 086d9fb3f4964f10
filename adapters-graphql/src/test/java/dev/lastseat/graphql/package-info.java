/** Tests of GraphQL over the fakes of the ports, without HTTP. */
@NullMarked
package dev.lastseat.graphql;

import org.jspecify.annotations.NullMarked;
