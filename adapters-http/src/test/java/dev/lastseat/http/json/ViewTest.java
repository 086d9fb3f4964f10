package dev.lastseat.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.user.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewTest {
  private static final Instant NOON = Instant.parse("2027-05-01T12:00:00Z");

  private record Guest(String name, @Nullable Role role, Optional<Instant> came) {}

  private static final View<Guest> GUEST =
      new View<Guest>()
          .field("name", Guest::name)
          .field("role", Guest::role)
          .field("came", Guest::came);

  private record Seat(int number, Guest guest) {}

  @Test
  void fields_are_shown_in_their_order_times_and_words_as_the_contract_has_them() {
    Map<String, Object> shown = GUEST.apply(new Guest("Ada", Role.STAFF, Optional.of(NOON)));

    assertThat(Json.write(shown))
        .isEqualTo("{\"name\":\"Ada\",\"role\":\"staff\",\"came\":\"2027-05-01T12:00:00.000Z\"}");
  }

  @Test
  void what_is_null_or_empty_is_left_out() {
    assertThat(GUEST.apply(new Guest("Ada", null, Optional.empty()))).containsOnlyKeys("name");
  }

  @Test
  void the_fields_of_a_part_stand_where_they_are_taken_in() {
    View<Seat> view =
        new View<Seat>()
            .field("seat", Seat::number)
            .all(Seat::guest, GUEST)
            .field("last", _ -> true);

    assertThat(view.names()).containsExactly("seat", "name", "role", "came", "last");
    assertThat(view.each(List.of(new Seat(7, new Guest("Ada", null, Optional.empty())))))
        .containsExactly(Map.of("seat", 7, "name", "Ada", "last", true));
  }

  @Test
  void a_view_with_one_more_field_leaves_the_other_as_it_is() {
    View<Guest> more = GUEST.field("late", _ -> false);

    assertThat(more.names()).contains("late");
    assertThat(GUEST.names()).doesNotContain("late");
  }
}
