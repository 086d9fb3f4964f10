package dev.lastseat.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events are listed, searched and shown. */
class EventsTest {
  private static final Optional<Principal> NOBODY = Optional.empty();

  private final Stage stage = new Stage();

  @Test
  void an_event_is_shown_with_its_availability() {
    stage.add(AnEvent.published("event-1").places(5));

    Reply reply =
        stage
            .ask(
                NOBODY,
                """
                { event(id: "event-1") {
                    id status bookable notBookableReason price currency
                    availability { totalTickets availableTickets } } }
                """)
            .good();

    assertThat(reply.at("event/id")).isEqualTo("event-1");
    assertThat(reply.at("event/status")).isEqualTo("published");
    assertThat(reply.at("event/bookable")).isEqualTo(true);
    assertThat(reply.at("event/availability/availableTickets")).isEqualTo(5);
  }

  @Test
  void what_is_not_there_is_an_error_beside_what_is() {
    stage.add(AnEvent.published("event-1"));

    Reply reply =
        stage.ask(NOBODY, "{ gone: event(id: \"gone\") { id } event(id: \"event-1\") { id } }");

    assertThat(reply.codes()).containsExactly("NOT_FOUND");
    assertThat(reply.message()).isEqualTo("The event was not found.");
    assertThat(reply.at("event/id")).isEqualTo("event-1");
  }

  @Test
  void a_list_goes_on_at_its_cursor_to_the_end() {
    List.of("event-1", "event-2", "event-3").forEach(id -> stage.add(AnEvent.published(id)));
    String query =
        """
        query ($after: String) {
          events(first: 2, after: $after) {
            edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }
        """;

    Reply first = stage.ask(NOBODY, query).good();
    String cursor = first.text("events/pageInfo/endCursor");
    Reply second = stage.ask(NOBODY, query, Map.of("after", cursor)).good();

    assertThat(first.at("events/pageInfo/hasNextPage")).isEqualTo(true);
    assertThat(first.at("events/edges/1/cursor")).isEqualTo(cursor);
    assertThat((List<?>) second.at("events/edges")).hasSize(1);
    assertThat(second.at("events/pageInfo/hasNextPage")).isEqualTo(false);
    assertThat(second.at("events/pageInfo/hasPreviousPage")).isEqualTo(true);
  }

  @Test
  void a_cursor_that_was_changed_or_is_of_another_list_is_refused() {
    stage.add(AnEvent.published("event-1"));
    stage.add(AnEvent.published("event-2"));
    String cursor =
        stage
            .ask(NOBODY, "{ events(first: 1) { pageInfo { endCursor } } }")
            .text("events/pageInfo/endCursor");

    for (String list :
        List.of(
            "first: 1, search: \"x\", after: \"" + cursor, "first: 1, after: \"" + cursor + "A")) {
      Reply reply = stage.ask(NOBODY, "{ events(" + list + "\") { edges { node { id } } } }");

      assertThat(reply.codes()).containsExactly("VALIDATION_ERROR");
      assertThat(reply.message()).isEqualTo("after must be the endCursor of this very list.");
    }
  }

  @Test
  void a_list_is_filtered_as_over_http() {
    stage.add(AnEvent.published("event-1"));
    stage.add(AnEvent.draft("event-2"));
    String drafts = "{ events(first: 9, when: all, status: [draft]) { edges { node { id } } } }";

    assertThat((List<?>) stage.ask(NOBODY, drafts).good().at("events/edges")).isEmpty();
    assertThat(
            (List<?>)
                stage.ask(Optional.of(APrincipal.admin("root")), drafts).good().at("events/edges"))
        .hasSize(1);
    assertThat(
            stage
                .ask(NOBODY, "{ events(first: 9, currency: \"XXXX\") { edges { node { id } } } }")
                .codes())
        .containsExactly("VALIDATION_ERROR");
  }
}
