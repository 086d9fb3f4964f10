package dev.lastseat.application.accountdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.accountdata.EraseAccount.Outcome;
import dev.lastseat.application.booking.list.BookingsOfUser;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.application.user.AccountMails;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakePasswordHasher;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AWebhook;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.ticket.Answers;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes between while an account is erased. */
class EraseAccountTest {
  private static final Principal ADA = APrincipal.user("ada");
  private static final Password PASSWORD = new Password("correct horse battery");

  private final Fakes fakes = Fakes.open();
  private final Store all = fakes.all();
  private final FakePasswordHasher hasher = new FakePasswordHasher();
  private final FakeJobs jobs = new FakeJobs(fakes.store);
  private final EraseAccount erase =
      new EraseAccount(
          fakes.users,
          hasher,
          new AccountContents(
              all,
              new BookingsOfUser(fakes.bookings, fakes.findBooking(), fakes.clock),
              fakes.cancelBooking(),
              new EndedSessions(fakes.sessions, fakes.clock, Duration.ofMinutes(15)),
              fakes.clock),
          new AccountMails(new MailQueue(new JobQueue(jobs, () -> {}), fakes.clock), fakes.clock),
          fakes.clock);

  private User added(User user) {
    User added = user.with(hasher.hash(PASSWORD));
    fakes.users.add(added);
    return added;
  }

  private Outcome erases() {
    return erase.handle(new EraseAccount.Command(ADA, PASSWORD.value(), false));
  }

  @Test
  void what_was_booked_and_added_meanwhile_is_taken_back_too() {
    added(AUser.named("ada"));
    Event event = fakes.add(AnEvent.published("event-1"));
    Booking.Confirmed booking = ABooking.of(event.id(), 1).by(ADA.userId()).confirmed();
    fakes.users.beforeRemove(
        () -> {
          fakes.bookings.record(booking);
          fakes.passkeys.add(APasskey.of(ADA.userId(), "late"));
        });

    assertThat(erases()).isEqualTo(Outcome.ERASED);

    assertThat(fakes.taken(event)).isZero();
    assertThat(fakes.passkeys.of(ADA.userId())).isEmpty();
  }

  @Test
  void webhooks_go_with_all_that_was_told_to_them_and_those_of_others_stay() {
    added(AUser.named("ada"));
    Webhook gone = AWebhook.of(ADA.userId(), "hers");
    Webhook others = AWebhook.of(AUser.named("bob").id(), "his");
    Stream.of(gone, others).forEach(this::tell);

    assertThat(erases()).isEqualTo(Outcome.ERASED);

    assertThat(all.webhooks().list(Optional.empty(), PageRequest.FIRST).items())
        .containsExactly(others);
    assertThat(told(gone)).isEmpty();
    assertThat(told(others)).hasSize(1);
  }

  private void tell(Webhook webhook) {
    all.webhooks().add(webhook);
    all.deliveries()
        .addAll(List.of(AWebhook.delivery(webhook, webhook.id().value(), fakes.clock.instant())));
  }

  private List<Delivery> told(Webhook webhook) {
    return all.deliveries().list(webhook.id(), Optional.empty(), PageRequest.FIRST).items();
  }

  @Test
  void nothing_is_kept_of_who_was_to_come_even_named_meanwhile() {
    added(AUser.named("ada"));
    Event event = fakes.add(AnEvent.published("event-1"));
    Booking.Confirmed past = ABooking.of(event.id(), 1, 2).by(ADA.userId()).confirmed();
    fakes.bookings.record(past);
    fakes.clock.advance(Duration.between(fakes.clock.instant(), event.details().date()));
    name(past, 1);
    fakes.users.beforeRemove(() -> name(past, 2));

    assertThat(erases()).isEqualTo(Outcome.ERASED);

    assertThat(fakes.tickets.changed(List.of(past.id())))
        .hasSize(2)
        .allMatch(ticket -> ticket.visitor().isEmpty());
  }

  private void name(Booking booking, int number) {
    Visitor eve = new Visitor("Eve", Optional.empty(), Answers.NONE);
    fakes.tickets.name(
        new TicketId(booking.id(), number),
        booking.details().eventId(),
        Optional.of(eve),
        fakes.clock.instant());
  }

  @Test
  void who_was_made_an_admin_again_meanwhile_goes_as_well_where_there_is_another() {
    added(AUser.admin("ada"));
    added(AUser.admin("root"));
    fakes.users.beforeRemove(
        () -> fakes.users.changeRole(ADA.userId(), Role.ADMIN, fakes.clock.instant()));

    assertThat(erases()).isEqualTo(Outcome.ERASED);

    assertThat(fakes.users.find(ADA.userId())).isEmpty();
  }

  @Test
  void who_became_the_last_admin_meanwhile_stays() {
    added(AUser.admin("ada"));
    User root = added(AUser.admin("root"));
    fakes.users.beforeRemove(
        () -> {
          fakes.users.changeRole(ADA.userId(), Role.ADMIN, fakes.clock.instant());
          fakes.users.changeRole(root.id(), Role.USER, fakes.clock.instant());
        });

    assertThat(erases()).isEqualTo(Outcome.LAST_ADMIN);

    assertThat(fakes.users.find(ADA.userId())).isPresent();
    assertThat(jobs.anyDue(Set.of("mail", "notice"), fakes.clock.instant())).isFalse();
  }
}
