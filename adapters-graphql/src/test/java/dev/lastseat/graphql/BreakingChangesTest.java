package dev.lastseat.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What breaks the queries of the last release is named in the change log. */
class BreakingChangesTest {
  private static final String BEFORE =
      """
      type Query { show(id: ID!): Show }
      type Show { id: ID! name: String seats: Int! kind: Kind }
      enum Kind { play opera }
      """;

  @Test
  void every_breaking_change_since_the_last_release_is_named_in_the_change_log()
      throws IOException {
    String released = Files.readString(Path.of("../contract/released.graphqls"));
    String log = Files.readString(Path.of("../CHANGELOG.md"));
    String unreleased = log.substring(log.indexOf("## [Unreleased]"));
    int end = unreleased.indexOf("\n## [", 1);

    assertThat(changes(released, GraphqlAdapters.schema()))
        .as("lines that CHANGELOG.md needs below [Unreleased]; see CONTRIBUTING.md")
        .allSatisfy(
            change ->
                assertThat(end < 0 ? unreleased : unreleased.substring(0, end)).contains(change));
  }

  @Test
  void what_is_gone_or_demanded_or_may_be_absent_breaks_queries() {
    assertBreaks("name: String ", "", "Show: The new API is missing the field 'Show.name'");
    assertBreaks(
        "seats: Int!",
        "seats: Int",
        "Show: The new API has changed field 'Show.seats' from type 'Int!' to 'Int'");
    assertBreaks(
        "id: ID!)",
        "id: ID!, at: String!)",
        "Query: The new API has made the new argument 'at' on field 'Query.show' non null and hence"
            + " more strict for old consumers");
    assertBreaks("play opera", "play", "Kind: The new API is missing an enum value 'opera'");
  }

  private static void assertBreaks(String what, String by, String change) {
    assertThat(changes(BEFORE, BEFORE.replace(what, by))).containsExactly(change);
  }

  @Test
  void what_is_added_breaks_nobody() {
    String after =
        BEFORE
            .replace("name: String", "name: String! stage: String")
            .replace("opera", "opera film")
            .replace("id: ID!)", "id: ID!, at: String)")
            .replace("Query {", "Query { shows: [Show!]!");

    assertThat(changes(BEFORE, after)).isEmpty();
  }

  private static List<String> changes(String before, String after) {
    CapturingReporter reporter = new CapturingReporter();
    SchemaDiffSet both =
        SchemaDiffSet.diffSetFromSdl(
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(before)),
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(after)));
    new SchemaDiff().diffSchema(both, reporter);
    return reporter.getBreakages().stream()
        .map(change -> change.getTypeName() + ": " + change.getReasonMsg())
        .toList();
  }
}
