package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of events and both kinds of pages. */
interface EventPagesContract extends StoreTest {
  @ParameterizedTest
  @CsvSource({
    "DATE, event-c event-a event-b",
    "NAME, event-b event-c event-a",
    "PRICE, event-a event-b event-c",
    "CREATED_AT, event-b event-a event-c"
  })
  default void events_are_sorted_by_what_was_asked_for_in_both_directions(
      EventQuery.Sort sort, String ids) {
    add("event-a", 2, "Cello", 100, 2);
    add("event-b", 3, "Alto", 200, 1);
    add("event-c", 1, "Bass", 1_000, 3);

    List<String> expected = List.of(ids.split(" "));
    assertThat(ids(sort, true)).containsExactlyElementsOf(expected);
    assertThat(ids(sort, false)).containsExactlyElementsOf(expected.reversed());
  }

  /** In major units: 11 yen, 10 euro, 9.995 dinars. */
  @Test
  default void prices_are_sorted_by_their_amount_whatever_the_currency() {
    stores().add(AnEvent.published("yen").price(new Money(11, Money.currency("JPY"))));
    stores().add(AnEvent.published("euro").price(new Money(1_000, Money.currency("EUR"))));
    stores().add(AnEvent.published("dinar").price(new Money(9_995, Money.currency("KWD"))));

    assertThat(ids(EventQuery.Sort.PRICE, true)).containsExactly("dinar", "euro", "yen");
  }

  @ParameterizedTest
  @EnumSource
  default void events_that_are_alike_are_sorted_by_id_in_the_same_direction(EventQuery.Sort sort) {
    stores().add(AnEvent.published("event-2"));
    stores().add(AnEvent.published("event-3"));
    stores().add(AnEvent.published("event-1"));

    assertThat(ids(sort, true)).containsExactly("event-1", "event-2", "event-3");
    assertThat(ids(sort, false)).containsExactly("event-3", "event-2", "event-1");
  }

  @ParameterizedTest
  @EnumSource
  default void whoever_follows_the_cursors_sees_every_event_once(EventQuery.Sort sort) {
    for (int i = 0; i < 9; i++) {
      add("event-" + i, i / 4, "Name " + i % 3, 100 + i % 2, i / 5);
    }

    assertThat(walk(sort, true)).containsExactlyElementsOf(ids(sort, true)).hasSize(9);
    assertThat(walk(sort, false)).containsExactlyElementsOf(ids(sort, false)).hasSize(9);
  }

  @ParameterizedTest
  @EnumSource
  default void events_that_come_and_go_meanwhile_hide_and_repeat_no_other(EventQuery.Sort sort) {
    for (int i = 0; i < 6; i++) {
      stores().add(AnEvent.published("event-" + i + "-old"));
    }
    List<String> seen = new ArrayList<>();
    Optional<Position> position = Optional.empty();
    do {
      int turn = seen.size();
      var query = AnEventQuery.all().sorted(sort, true);
      Page<Event> page = page(query, new PageRequest.After(position, 2));
      stores().add(AnEvent.published("event-0-new-" + turn));
      stores().events().delete(page.items().getFirst(), TickingClock.START);
      seen.addAll(names(page));
      position = page.next();
    } while (position.isPresent());

    assertThat(seen).doesNotHaveDuplicates().hasSize(6).allMatch(id -> id.endsWith("-old"));
  }

  @Test
  default void every_numbered_page_but_the_last_says_where_the_next_one_begins() {
    for (int i = 1; i <= 5; i++) {
      stores().add(AnEvent.published("event-" + i));
    }

    Page<Event> second = page(AnEventQuery.all(), new PageRequest.Numbered(2, 2));
    assertThat(second.next()).isPresent();
    assertThat(names(page(AnEventQuery.all(), new PageRequest.After(second.next(), 2))))
        .containsExactly("event-5");
    assertThat(page(AnEventQuery.all(), new PageRequest.Numbered(3, 2)).next()).isEmpty();
    assertThat(page(AnEventQuery.all(), new PageRequest.Numbered(4, 2)).next()).isEmpty();
  }

  @Test
  default void numbered_pages_know_the_total_of_what_was_asked_for() {
    for (int i = 1; i <= 5; i++) {
      stores().add(AnEvent.published("event-" + i));
    }
    stores().add(AnEvent.published("other").named("Opera"));
    AnEventQuery concerts = AnEventQuery.all().text("concert");

    Page<Event> second = page(concerts, new PageRequest.Numbered(2, 2));
    Page<Event> last = page(concerts, new PageRequest.Numbered(3, 2));
    Page<Event> beyond = page(concerts, new PageRequest.Numbered(4, 2));
    assertThat(names(second)).containsExactly("event-3", "event-4");
    assertThat(names(last)).containsExactly("event-5");
    assertThat(beyond.items()).isEmpty();
    assertThat(List.of(second.total(), last.total(), beyond.total())).containsOnly(Optional.of(5L));
  }

  @Test
  default void a_page_that_ends_with_the_list_has_no_next() {
    stores().add(AnEvent.published("event-1"));
    stores().add(AnEvent.published("event-2"));

    Page<Event> page = page(AnEventQuery.all(), new PageRequest.After(Optional.empty(), 2));
    assertThat(page.items()).hasSize(2);
    assertThat(page.next()).isEmpty();
    assertThat(page.total()).isEmpty();
  }

  @Test
  default void a_cursor_survives_the_event_it_points_at() {
    Event first = stores().add(AnEvent.published("event-1"));
    stores().add(AnEvent.published("event-2"));
    Optional<Position> next =
        page(AnEventQuery.all(), new PageRequest.After(Optional.empty(), 1)).next();
    stores().events().delete(first, TickingClock.START);

    assertThat(names(page(AnEventQuery.all(), new PageRequest.After(next, 1))))
        .containsExactly("event-2");
  }

  private void add(String id, int day, String name, long cents, int createdAfter) {
    stores()
        .add(
            AnEvent.published(id)
                .on(TickingClock.START.plus(Duration.ofDays(1L + day)))
                .named(name)
                .price(new Money(cents, Money.currency("EUR")))
                .createdAt(TickingClock.START.plusSeconds(createdAfter)));
  }

  private List<String> walk(EventQuery.Sort sort, boolean ascending) {
    List<String> seen = new ArrayList<>();
    Optional<Position> position = Optional.empty();
    do {
      var query = AnEventQuery.all().sorted(sort, ascending);
      Page<Event> page = page(query, new PageRequest.After(position, 2));
      seen.addAll(names(page));
      position = page.next();
    } while (position.isPresent());
    return seen;
  }

  private List<String> ids(EventQuery.Sort sort, boolean ascending) {
    return names(stores().events().search(AnEventQuery.all().sorted(sort, ascending).query()));
  }

  private Page<Event> page(AnEventQuery query, PageRequest page) {
    return stores().events().search(query.page(page).query());
  }

  private static List<String> names(Page<Event> page) {
    return page.items().stream().map(event -> event.id().value()).toList();
  }
}
