package dev.lastseat.http.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.checkin.CheckinLists.OfEvent;
import dev.lastseat.application.checkin.CheckinLists.WithCount;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.live.Message;
import dev.lastseat.http.live.SharedLookups;
import dev.lastseat.http.live.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckinListenersTest {
  private static final Principal STAFF = APrincipal.with("staff", Role.STAFF);
  private static final Event EVENT = AnEvent.published("event-1").event();

  private final SharedLookups<EventId, OfEvent> live = CheckinViews.live(_ -> look());
  private Optional<Long> inside = Optional.of(0L);
  private boolean away;
  private int looks;

  private Optional<OfEvent> look() {
    looks++;
    if (away) {
      throw new StoreUnavailable("away");
    }
    return inside.map(count -> new OfEvent(EVENT, lists(count)));
  }

  private static List<WithCount> lists(long inside) {
    return List.of(
        new WithCount(
            new CheckinList(
                new CheckinListId("gate"),
                EVENT.id(),
                "North",
                false,
                Optional.empty(),
                Optional.empty(),
                EVENT.createdAt()),
            inside));
  }

  private Source listener(Principal viewer) {
    return live.after(
        EVENT.id(), new OfEvent(EVENT, lists(0)), it -> it.event().isStaffedBy(viewer));
  }

  @Test
  void a_hundred_phones_cost_one_look_a_round_and_are_told_the_same_once() {
    List<Source> phones = Stream.generate(() -> listener(STAFF)).limit(100).toList();
    inside = Optional.of(3L);

    List<Optional<Message>> first = phones.stream().map(each -> each.next(1)).toList();
    assertThat(first).allMatch(Optional::isPresent);
    assertThat(first.stream().flatMap(Optional::stream).distinct()).hasSize(1);
    assertThat(phones.stream().map(each -> each.next(2))).allMatch(Optional::isEmpty);
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void nobody_is_told_while_the_store_is_away_or_more_than_that_the_event_is_gone() {
    Source phone = listener(STAFF);
    away = true;
    assertThat(phone.next(1)).isEmpty();

    away = false;
    inside = Optional.empty();
    assertThat(phone.next(2)).isPresent();
    assertThat(phone.next(3)).isEmpty();
  }

  @Test
  void who_does_not_work_at_the_door_any_more_is_told_that_it_is_gone_and_no_count() {
    Source other = listener(APrincipal.user("other"));
    Source phone = listener(STAFF);
    inside = Optional.of(3L);

    assertThat(phone.next(1)).isPresent().isNotEqualTo(other.next(1));
    assertThat(other.next(2)).isEmpty();
  }
}
