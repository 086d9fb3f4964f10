package dev.lastseat.application.bookingmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lastseat.application.fact.FollowFacts;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.LetterWriter.Addressed;
import dev.lastseat.application.mail.LetterWriter.Withheld;
import dev.lastseat.application.mail.LetterWriter.Writing;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fake.FakeFactPositions;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.BookingLetter.Before;
import dev.lastseat.domain.mail.Ticket;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Bookings.Transition;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.shared.PageRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which mails are asked for when something has happened. */
class BookingMailsTest {
  private final Fakes fakes = Fakes.open();
  private final FakeJobs jobs = new FakeJobs(fakes.store);
  private final JobQueue queue = new JobQueue(jobs, () -> {});
  private final FakeFactLog facts = new FakeFactLog(fakes.store);
  private final BookingMails mails = new BookingMails(queue, facts, fakes.clock);
  private final FollowFacts follow =
      new FollowFacts(facts, new FakeFactPositions(), List.of(mails));
  private final TellOfChange tell = new TellOfChange(fakes.bookings, queue, fakes.clock);
  private final EventChangeLetters changes =
      new EventChangeLetters(fakes.events, facts, fakes.bookings, fakes.users, fakes.codes);
  private final Event concert = AnEvent.published("concert").places(1_000).event();
  private final Event play = AnEvent.published("play").event();

  @BeforeEach
  void addAll() {
    fakes.events.add(concert);
    fakes.events.add(play);
    fakes.users.add(AUser.named("ada"));
  }

  @Test
  void a_booking_is_confirmed_by_one_mail() {
    Booking.Confirmed booking = sold(1, "ada");

    assertThat(asked()).containsExactly("booking-confirmed " + booking.id().value());
  }

  @Test
  void a_hold_is_confirmed_when_it_is_bought() {
    Booking.Pending hold = ABooking.of(concert.id(), 1).by("ada").pending();
    fakes.bookings.record(hold);
    assertThat(asked()).isEmpty();

    fakes.bookings.change(hold, hold.confirm(fakes.clock.instant()));
    assertThat(asked()).containsExactly("booking-confirmed " + hold.id().value());
  }

  @Test
  void of_the_end_of_a_hold_its_user_is_reminded_shortly_before() {
    Booking.Pending hold = ABooking.of(concert.id(), 1).by("ada").pending();
    fakes.bookings.record(hold);
    assertThat(asked()).isEmpty();

    fakes.clock.advance(ABooking.HOLD.minus(HoldReminders.BEFORE));
    assertThat(asked()).containsExactly("hold-ending " + hold.id().value());
  }

  @Test
  void of_the_end_that_a_hold_got_later_its_user_is_reminded_too() {
    Booking.Pending hold = ABooking.of(concert.id(), 1).by("ada").pending();
    fakes.bookings.record(hold);
    Instant end = hold.expiresAt().plus(ABooking.HOLD);
    fakes.bookings.extend(List.of(hold), end, fakes.clock.instant());
    fakes.clock.advance(ABooking.HOLD.minus(HoldReminders.BEFORE));
    assertThat(asked()).containsExactly("hold-ending " + hold.id().value());

    fakes.clock.advance(ABooking.HOLD);
    assertThat(asked()).containsExactly("hold-ending " + hold.id().value());
  }

  @Test
  void of_an_end_that_is_a_little_later_its_user_is_reminded_too() {
    Booking.Pending hold = ABooking.of(concert.id(), 1).by("ada").pending();
    fakes.bookings.record(hold);
    fakes.clock.advance(Duration.ofMinutes(8));
    moveEnd(hold, hold.expiresAt().plus(Duration.ofMinutes(2)));
    fakes.clock.advance(Duration.ofMinutes(2));
    assertThat(asked()).containsExactly("hold-ending " + hold.id().value());

    fakes.clock.advance(Duration.ofMinutes(2));
    assertThat(asked()).containsExactly("hold-ending " + hold.id().value());
  }

  @Test
  void of_an_end_that_is_near_when_it_is_set_its_user_is_reminded_at_once() {
    Booking.Pending hold = ABooking.of(concert.id(), 1).by("ada").pending();
    fakes.bookings.record(hold);
    moveEnd(hold, fakes.clock.instant().plus(HoldReminders.BEFORE.minusSeconds(60)));

    assertThat(asked()).containsExactly("hold-ending " + hold.id().value());
  }

  @Test
  void of_an_end_that_a_hold_gets_again_its_user_is_reminded_once() {
    Booking.Pending hold = ABooking.of(concert.id(), 1).by("ada").pending();
    fakes.bookings.record(hold);
    Booking.Pending shorter = moveEnd(hold, hold.expiresAt().minus(Duration.ofMinutes(3)));
    assertThat(asked()).isEmpty();
    moveEnd(shorter, hold.expiresAt());

    fakes.clock.advance(Duration.ofMinutes(7));
    assertThat(asked()).containsExactly("hold-ending " + hold.id().value());
    fakes.clock.advance(Duration.ofMinutes(3));
    assertThat(asked()).containsExactly("hold-ending " + hold.id().value());
  }

  @Test
  void nobody_is_reminded_of_a_hold_that_has_just_begun() {
    Instant soon = fakes.clock.instant().plus(HoldReminders.BEFORE.multipliedBy(2));
    fakes.bookings.record(ABooking.of(concert.id(), 1).by("ada").pending(soon));
    fakes.clock.advance(HoldReminders.BEFORE);

    assertThat(asked()).isEmpty();
  }

  @Test
  void an_order_has_one_mail_for_all_of_its_bookings() {
    AnOrder order = AnOrder.by("ada", ABooking.key(7), ABooking.of(concert.id(), 1));
    fakes.orders.record(order.order(), order.bookings());

    assertThat(asked()).containsExactly("order-placed " + order.id().value());
  }

  @Test
  void an_order_that_was_held_has_one_mail_for_all_of_its_bookings_once_it_is_bought() {
    AnOrder order = AnOrder.held(ABooking.of(concert.id(), 1), ABooking.of(play.id(), 1));
    fakes.orders.record(order.order(), order.bookings());
    assertThat(asked()).isEmpty();

    Instant bought = fakes.clock.instant();
    fakes.bookings.changeAll(
        order.bookings().stream()
            .map(Booking.Pending.class::cast)
            .map(hold -> new Transition(hold, hold.confirm(bought)))
            .toList());
    assertThat(asked()).containsExactly("order-placed " + order.id().value());
  }

  @Test
  void an_order_whose_holds_are_bought_at_several_instants_has_one_mail() {
    AnOrder order = AnOrder.held(ABooking.of(concert.id(), 1), ABooking.of(play.id(), 1));
    fakes.orders.record(order.order(), order.bookings());
    buy(order.bookings().getFirst());
    assertThat(asked()).containsExactly("order-placed " + order.id().value());

    fakes.clock.advance(Duration.ofSeconds(1));
    buy(order.bookings().getLast());
    assertThat(asked()).isEmpty();
  }

  @Test
  void the_log_is_asked_for_no_order_where_nothing_was_bought() {
    fakes.bookings.record(ABooking.of(concert.id(), 1).by("ada").pending());
    FactLog asksNothing =
        (FactLog)
            Proxy.newProxyInstance(
                FactLog.class.getClassLoader(),
                new Class<?>[] {FactLog.class},
                (_, method, _) -> fail("asked the log: " + method.getName()));

    new BookingMails(queue, asksNothing, fakes.clock).handle(facts.after(0, 100));
  }

  @Test
  void of_a_cancellation_it_is_known_who_did_it() throws Exception {
    Booking.Confirmed booking = sold(1, "ada");
    asked();
    new Cause(Actor.user(AUser.named("bob").id()), "request-1").during(() -> cancel(booking));

    assertThat(asked()).containsExactly("booking-cancelled " + booking.id().value() + " user:bob");
  }

  @Test
  void facts_that_come_again_make_no_second_mail() {
    sold(1, "ada");
    mails.handle(facts.after(0, 100));
    mails.handle(facts.after(0, 100));

    assertThat(due()).hasSize(1);
  }

  @Test
  void what_happened_long_ago_is_told_to_nobody_when_mails_are_turned_on() {
    sold(1, "ada");
    fakes.clock.advance(BookingMails.OLDEST);

    assertThat(asked()).isEmpty();
  }

  @Test
  void who_has_tickets_is_told_once_of_a_change_however_many_bookings_there_are() {
    int buyers = PageRequest.MAX_LIMIT + 5;
    for (int i = 0; i < buyers; i++) {
      sold(2 * i + 1, "user-" + i);
      sold(2 * i + 2, "user-" + i);
    }
    asked();
    change(it -> it.at("Elsewhere"));

    assertThat(asked())
        .hasSize(buyers)
        .doesNotHaveDuplicates()
        .contains("event-changed concert 2 user-7");
  }

  @Test
  void a_change_that_matters_to_nobody_who_has_tickets_is_not_told() {
    sold(1, "ada");
    asked();
    change(it -> it.places(2_000));

    assertThat(asked()).isEmpty();
  }

  @Test
  void of_two_changes_in_a_row_both_letters_say_what_is_true_now() {
    Booking.Confirmed booking = sold(1, "ada");
    Instant later = concert.details().date().plus(Duration.ofDays(1));
    change(it -> it.at("Elsewhere"));
    Event now = change(it -> it.on(later));
    List<Ticket> tickets = List.of(new Ticket(now, booking, fakes.codes.codesOf(booking)));

    assertThat(letter("concert 2 ada"))
        .isEqualTo(new BookingLetter.EventChanged("", Before.of(concert), tickets));
    assertThat(letter("concert 3 ada"))
        .isEqualTo(
            new BookingLetter.EventChanged(
                "", new Before("Concert", concert.details().date(), "Elsewhere"), tickets));
  }

  @Test
  void a_change_that_was_taken_back_is_not_told() {
    sold(1, "ada");
    change(it -> it.at("Elsewhere"));
    change(it -> it.at("Town Hall"));

    assertThat(write("concert 2 ada")).isInstanceOf(Withheld.class);
  }

  @Test
  void who_gave_the_ticket_back_is_not_told_of_a_change() {
    cancel(sold(1, "ada"));
    change(it -> it.at("Elsewhere"));

    assertThat(write("concert 2 ada")).isInstanceOf(Withheld.class);
  }

  @Test
  void a_change_of_an_event_that_is_cancelled_is_not_told() {
    sold(1, "ada");
    Event changed = change(it -> it.at("Elsewhere"));
    fakes.events.update(changed.cancel(fakes.clock.instant()));

    assertThat(write("concert 2 ada")).isInstanceOf(Withheld.class);
  }

  private Booking.Confirmed sold(int place, String user) {
    Booking.Confirmed booking =
        ABooking.of(concert.id(), place).by(user).using(1 + place % 2).confirmed();
    fakes.bookings.record(booking);
    return booking;
  }

  private void buy(Booking held) {
    Booking.Pending hold = (Booking.Pending) held;
    fakes.bookings.change(hold, hold.confirm(fakes.clock.instant()));
  }

  private Booking.Pending moveEnd(Booking.Pending hold, Instant end) {
    fakes.bookings.extend(List.of(hold), end, fakes.clock.instant());
    return (Booking.Pending) fakes.bookings.find(hold.id()).orElseThrow();
  }

  private boolean cancel(Booking.Confirmed booking) {
    return fakes.bookings.change(booking, booking.cancel(fakes.clock.instant(), Reason.NOT_GIVEN));
  }

  private Event change(UnaryOperator<EventChange> change) {
    Event before = fakes.events.find(concert.id()).orElseThrow();
    Event after =
        before.change(
            change.apply(EventChange.of(before.details())).details(), fakes.clock.instant());
    fakes.events.update(after);
    return after;
  }

  /** The mails that are asked for of all that happened since, by what their jobs say. */
  private List<String> asked() {
    follow.handle();
    List<String> asked = new ArrayList<>();
    for (List<Job> due = due(); !due.isEmpty(); due = due()) {
      for (Job job : due) {
        if (job.kind().equals(tell.kind())) {
          tell.handle(job);
        } else {
          asked.add(job.payload());
        }
      }
    }
    return asked;
  }

  private List<Job> due() {
    Instant now = fakes.clock.instant();
    List<Job> due = new ArrayList<>();
    for (String kind : List.of("mail", "notice", tell.kind())) {
      for (ClaimedJob claimed :
          jobs.claim(kind, 1_000, now, new Jobs.Lease("lease", now.plusSeconds(60)))) {
        jobs.finish(claimed, now);
        due.add(claimed.job());
      }
    }
    return due;
  }

  private BookingLetter letter(String about) {
    return (BookingLetter) ((Addressed) write(about)).letter();
  }

  private Writing write(String about) {
    return changes.write(about, fakes.clock.instant());
  }
}
