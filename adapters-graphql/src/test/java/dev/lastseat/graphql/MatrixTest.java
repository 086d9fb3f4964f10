package dev.lastseat.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what: every field of queries and mutations, for everybody. */
class MatrixTest {
  private static final String OK = "ok";
  private static final String WHO = "AUTHENTICATION_ERROR";
  private static final String NONE = "NOT_FOUND";

  private static final String NO = "AUTHORIZATION_ERROR";

  /**
   * What is told in turn to nobody, the owner of what is asked for, another user, staff, an
   * organiser, the one of the event, and an admin.
   *
   * @param query with {@code $held} for a hold of the owner, {@code $sold} for a booking, {@code
   *     $order} for an order, {@code $reserved} for one that is held
   */
  private record Row(String field, Scope scope, String query, String... told) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "Query.events",
              Scope.EVENTS_READ,
              "{ events(first: 1) { edges { node { id } } } }",
              OK,
              OK,
              OK,
              OK,
              OK,
              OK,
              OK),
          new Row(
              "Query.event",
              Scope.EVENTS_READ,
              "{ event(id: \"draft\") { id } }",
              NONE,
              NONE,
              NONE,
              NONE,
              NONE,
              OK,
              OK),
          new Row(
              "Query.bookings",
              Scope.BOOKINGS_READ,
              "{ bookings(first: 1) { edges { node { id } } } }",
              WHO,
              OK,
              OK,
              OK,
              OK,
              OK,
              OK),
          new Row(
              "Query.booking",
              Scope.BOOKINGS_READ,
              "{ booking(id: \"$held\") { id } }",
              WHO,
              OK,
              NONE,
              OK,
              NONE,
              OK,
              OK),
          new Row(
              "Query.orders",
              Scope.BOOKINGS_READ,
              "{ orders(first: 1) { edges { node { id } } } }",
              WHO,
              OK,
              OK,
              OK,
              OK,
              OK,
              OK),
          new Row(
              "Query.order",
              Scope.BOOKINGS_READ,
              "{ order(id: \"$order\") { id } }",
              WHO,
              OK,
              NONE,
              OK,
              NONE,
              NONE,
              OK),
          new Row(
              "Mutation.book",
              Scope.BOOKINGS_WRITE,
              "mutation { book(idempotencyKey: \"$key\", eventId: \"event-1\") { id } }",
              WHO,
              OK,
              OK,
              OK,
              OK,
              OK,
              OK),
          new Row(
              "Mutation.order",
              Scope.BOOKINGS_WRITE,
              "mutation { order(idempotencyKey: \"$key\", items: [{ eventId: \"event-1\", quantity:"
                  + " 1 }]) { id } }",
              WHO,
              OK,
              OK,
              OK,
              OK,
              OK,
              OK),
          new Row(
              "Mutation.confirm",
              Scope.BOOKINGS_CONFIRM,
              "mutation { confirm(id: \"$held\") { id } }",
              WHO,
              OK,
              NONE,
              NONE,
              NONE,
              NONE,
              NONE),
          new Row(
              "Mutation.confirmOrder",
              Scope.BOOKINGS_CONFIRM,
              "mutation { confirmOrder(id: \"$reserved\") { id } }",
              WHO,
              OK,
              NONE,
              NONE,
              NONE,
              NONE,
              NONE),
          new Row(
              "Mutation.cancel",
              Scope.BOOKINGS_WRITE,
              "mutation { cancel(id: \"$held\") { id } }",
              WHO,
              OK,
              NONE,
              NONE,
              NONE,
              NONE,
              OK),
          new Row(
              "Mutation.returnTickets",
              Scope.BOOKINGS_WRITE,
              "mutation { returnTickets(id: \"$sold\", tickets: [1]) { id } }",
              WHO,
              OK,
              NONE,
              NONE,
              NONE,
              OK,
              OK),
          new Row(
              "Mutation.cancelOrder",
              Scope.BOOKINGS_WRITE,
              "mutation { cancelOrder(id: \"$order\") { id } }",
              WHO,
              OK,
              NONE,
              NONE,
              NONE,
              OK,
              OK));

  private static final Principal OWNER = APrincipal.user("anna");
  private static final Principal STAFF = APrincipal.with("sue", Role.STAFF);
  private static final Principal RUNS = APrincipal.with(AnEvent.ORGANISER.value(), Role.ORGANISER);
  private static final Principal ADMIN = APrincipal.admin("root");
  private static final List<Optional<Principal>> EVERYBODY =
      List.of(
          Optional.empty(),
          Optional.of(OWNER),
          Optional.of(APrincipal.user("ben")),
          Optional.of(STAFF),
          Optional.of(APrincipal.with("olga", Role.ORGANISER)),
          Optional.of(RUNS),
          Optional.of(ADMIN));

  private final Stage stage = new Stage();
  private int keys;

  @BeforeEach
  void open() {
    stage.add(AnEvent.published("event-1").places(100).perUser(100));
    stage.add(AnEvent.draft("draft"));
  }

  @Test
  void every_field_of_queries_and_mutations_has_a_row() {
    TypeDefinitionRegistry schema = new SchemaParser().parse(GraphqlAdapters.schema());
    List<String> fields =
        Stream.of("Query", "Mutation")
            .flatMap(
                type ->
                    schema
                        .getType(type, ObjectTypeDefinition.class)
                        .orElseThrow()
                        .getFieldDefinitions()
                        .stream()
                        .map(field -> type + "." + field.getName()))
            .toList();

    assertThat(ROWS).extracting(Row::field).containsExactlyInAnyOrderElementsOf(fields);
  }

  @Test
  void everybody_is_told_what_the_matrix_says() {
    for (Row row : ROWS) {
      assertThat(EVERYBODY.stream().map(sender -> asked(row, sender)).toList())
          .as(row.field())
          .containsExactly(row.told());
    }
  }

  @Test
  void those_who_run_the_sale_see_who_bought_and_others_do_not() {
    stage.users.add(AUser.named("anna"));
    String query =
        "{ booking(id: \"%s\") { buyer { id name email } } }"
            .formatted(made("book", "eventId: \"event-1\""));

    for (Principal viewer : List.of(STAFF, RUNS, ADMIN)) {
      assertThat(stage.ask(Optional.of(viewer), query).good().at("booking/buyer/email"))
          .isEqualTo("anna@example.com");
    }
    assertThat(stage.ask(Optional.of(OWNER), query).good().at("booking/buyer")).isNull();
  }

  @Test
  void an_api_key_needs_the_scope_of_the_field_and_no_other() {
    for (Row row : ROWS) {
      Set<Scope> others = EnumSet.complementOf(EnumSet.of(row.scope()));

      assertThat(asked(row, Optional.of(key(Set.of(row.scope())))))
          .as(row.field())
          .isEqualTo(row.told()[1]);
      assertThat(asked(row, Optional.of(key(others)))).as(row.field()).isEqualTo(NO);
    }
  }

  private static Principal key(Set<Scope> scopes) {
    return new Principal(
        new UserId("anna"),
        Role.USER,
        new Credential.Key(new ApiKeyId("key-1"), scopes, Optional.empty()));
  }

  private String asked(Row row, Optional<Principal> sender) {
    String query = row.query().replace("$key", newKey());
    if (query.contains("$held")) {
      query = query.replace("$held", made("book", "eventId: \"event-1\", hold: true"));
    }
    if (query.contains("$sold")) {
      query = query.replace("$sold", made("book", "eventId: \"event-1\""));
    }
    if (query.contains("$order")) {
      query =
          query.replace("$order", made("order", "items: [{ eventId: \"event-1\", quantity: 1 }]"));
    }
    if (query.contains("$reserved")) {
      String items = "items: [{ eventId: \"event-1\", quantity: 1 }], hold: true";
      query = query.replace("$reserved", made("order", items));
    }
    List<String> codes = stage.ask(sender, query).codes();
    return codes.isEmpty() ? OK : String.join(" ", codes);
  }

  private String made(String field, String arguments) {
    Reply made =
        stage
            .ask(
                Optional.of(OWNER),
                Map.of(
                    "query",
                    "mutation { %s(idempotencyKey: \"%s\", %s) { id } }"
                        .formatted(field, newKey(), arguments)))
            .good();
    return made.text(field + "/id");
  }

  private String newKey() {
    return new UUID(0, ++keys).toString();
  }
}
