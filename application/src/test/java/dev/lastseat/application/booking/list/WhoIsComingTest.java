package dev.lastseat.application.booking.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.BuyerContact;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who bought what, for those who run the sale. */
class WhoIsComingTest {
  private static final Principal STAFF = APrincipal.with("sam", Role.STAFF);
  private static final Principal ADMIN = APrincipal.admin("root");
  private static final BookingQuery ALL = BookingQuery.all(new PageRequest.Numbered(1, 100));

  private final Fakes fakes = Fakes.open();
  private final List<String> calls = new ArrayList<>();
  private final Users users = counted(fakes.users);
  private final FindBooking finder =
      new FindBooking(fakes.bookings, fakes.events, users, fakes.clock);
  private final ListBookings list =
      new ListBookings(fakes.bookings, fakes.pages, finder, users, fakes.clock);
  private Event event = AnEvent.published("event-1").event();

  private Users counted(Users real) {
    return (Users)
        Proxy.newProxyInstance(
            Users.class.getClassLoader(),
            new Class<?>[] {Users.class},
            (_, method, arguments) -> {
              calls.add(method.getName());
              return method.invoke(real, arguments);
            });
  }

  @BeforeEach
  void sell() {
    event = fakes.add(AnEvent.published("event-1"));
    sell("ada", 1);
    sell("bob", 2);
  }

  private void sell(String buyer, int place) {
    fakes.users.add(AUser.named(buyer));
    fakes.bookings.record(ABooking.of(event.id(), place).by(buyer).confirmed());
  }

  private List<String> buyers(ListBookings.Outcome outcome) {
    assertThat(outcome).isInstanceOf(ListBookings.Outcome.Listed.class);
    return ((ListBookings.Outcome.Listed) outcome)
        .page().items().stream()
            .map(one -> one.buyer().orElseThrow().email().orElseThrow().value())
            .toList();
  }

  @Test
  void staff_and_admins_see_who_bought_and_read_all_of_them_at_once() {
    for (Principal viewer : List.of(STAFF, ADMIN)) {
      calls.clear();

      assertThat(buyers(list.handle(ALL, Optional.empty(), viewer)))
          .containsExactlyInAnyOrder("ada@example.com", "bob@example.com");
      assertThat(calls).containsExactly("findAll");
    }
  }

  @Test
  void buyers_are_found_by_words_of_their_names_and_addresses() {
    assertThat(buyers(list.handle(ALL, Optional.of(SearchWords.of("ad")), STAFF)))
        .containsExactly("ada@example.com");
    assertThat(buyers(list.handle(ALL, Optional.of(SearchWords.of("bob@example.com")), STAFF)))
        .containsExactly("bob@example.com");
    assertThat(buyers(list.handle(ALL, Optional.of(SearchWords.of("nobody")), STAFF))).isEmpty();
  }

  @Test
  void guests_of_the_box_office_are_found_too_and_count_as_people() {
    Event hall = fakes.add(AnEvent.published("hall").places(ListBookings.MAX_BUYERS));
    for (int i = 1; i <= ListBookings.MAX_BUYERS; i++) {
      Guest guest = new Guest("Eve " + i, Optional.of(new Email("eve" + i + "@example.org")));
      fakes.bookings.record(
          ABooking.of(hall.id(), i)
              .by("guest-" + i)
              .at(new BoxOfficeSale(new UserId("sue"), Optional.of(guest)))
              .confirmed());
    }

    assertThat(buyers(list.handle(ALL, Optional.of(SearchWords.of("eve7@example.org")), STAFF)))
        .containsExactly("eve7@example.org");
    assertThat(list.handle(ALL, Optional.of(SearchWords.of("eve")), STAFF))
        .isInstanceOf(ListBookings.Outcome.Listed.class);
    fakes.users.add(AUser.named("eve"));
    assertThat(list.handle(ALL, Optional.of(SearchWords.of("eve")), STAFF))
        .isEqualTo(new ListBookings.Outcome.TooManyBuyers());
  }

  @Test
  void words_that_mean_too_many_people_are_refused() {
    for (int i = 0; i < ListBookings.MAX_BUYERS - 2; i++) {
      fakes.users.add(AUser.named("guest-" + i));
    }
    assertThat(buyers(list.handle(ALL, Optional.of(SearchWords.of("example")), STAFF))).hasSize(2);

    fakes.users.add(AUser.named("one-too-many"));
    assertThat(list.handle(ALL, Optional.of(SearchWords.of("example")), STAFF))
        .isEqualTo(new ListBookings.Outcome.TooManyBuyers());
  }

  @Test
  void users_are_not_told_who_they_are_and_nobody_else_sees_who_comes() {
    Principal ada = APrincipal.user("ada");
    calls.clear();

    assertThat(list.handle(ALL.of(Set.of(ada.userId())), Optional.empty(), ada))
        .isInstanceOfSatisfying(
            ListBookings.Outcome.Listed.class,
            listed -> assertThat(listed.page().items().getFirst().buyer()).isEmpty());
    assertThat(calls).isEmpty();
    assertThat(list.handle(ALL, Optional.empty(), ada))
        .isEqualTo(new ListBookings.Outcome.Forbidden());
    assertThat(list.handle(ALL, Optional.of(SearchWords.of("ada")), ada))
        .isEqualTo(new ListBookings.Outcome.Forbidden());
  }

  @Test
  void staff_looks_a_booking_up_and_changes_nothing() {
    var booking = ABooking.of(event.id(), 3).by("ada").using(2).pending();
    fakes.bookings.record(booking);

    assertThat(finder.handle(booking.id(), STAFF).flatMap(BookingWithEvent::buyer))
        .contains(BuyerContact.of(AUser.named("ada")));
    assertThat(
            fakes
                .cancelBooking()
                .handle(new CancelBooking.Command(booking.id(), STAFF, Reason.NOT_GIVEN)))
        .isEqualTo(new Change.NotFound<>());
    assertThat(fakes.bookings.find(booking.id())).contains(booking);
  }

  @Test
  void organisers_see_who_comes_to_events_of_their_own_and_to_no_others() {
    Principal runs = APrincipal.with(AnEvent.ORGANISER.value(), Role.ORGANISER);
    Principal other = APrincipal.with("other", Role.ORGANISER);
    var booking = ABooking.of(event.id(), 3).by("ada").using(2).confirmed();
    fakes.bookings.record(booking);
    BookingQuery ofEvent = ofEvent();
    ExportBookings export = new ExportBookings(fakes.bookings, fakes.tickets, finder, fakes.clock);

    assertThat(buyers(list.handle(ofEvent, Optional.of(SearchWords.of("bob")), runs)))
        .containsExactly("bob@example.com");
    assertThat(finder.handle(booking.id(), runs).flatMap(BookingWithEvent::buyer)).isPresent();
    assertThat(export.handle(ofEvent, runs)).isPresent();
    assertThat(list.handle(ALL, Optional.empty(), runs))
        .as("of all events")
        .isEqualTo(new ListBookings.Outcome.Forbidden());

    assertThat(finder.handle(booking.id(), other)).isEmpty();
    assertThat(list.handle(ofEvent, Optional.empty(), other))
        .isEqualTo(new ListBookings.Outcome.Forbidden());
    assertThat(export.handle(ofEvent, other)).isEmpty();
    assertThat(export.handle(ofEvent, STAFF))
        .as("staff looks up, and takes no lists home")
        .isEmpty();
  }

  private BookingQuery ofEvent() {
    return BookingQuery.all(new PageRequest.Numbered(1, 100)).of(event.id());
  }

  @Test
  void a_booking_outlives_its_buyer() {
    var booking = ABooking.of(event.id(), 3).by("gone").confirmed();
    fakes.bookings.record(booking);

    assertThat(finder.handle(booking.id(), STAFF).orElseThrow().buyer()).isEmpty();
  }
}
