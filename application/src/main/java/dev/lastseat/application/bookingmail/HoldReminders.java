package dev.lastseat.application.bookingmail;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.application.mail.LetterWriter.Addressed;
import dev.lastseat.application.mail.LetterWriter.Withheld;
import dev.lastseat.application.mail.LetterWriter.Writing;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.user.ManageProfile;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reminds users that a hold of theirs ends soon, unless they want no such mails. The link in each
 * of them holds the user's id and its fingerprint, which nobody else can make, so that it is good
 * for ever and needs no log-in. What a letter is about is the id of the booking.
 */
public record HoldReminders(
    Bookings bookings, FindBooking finder, Users users, TokenHasher hasher, Clock clock) {
  /** How long before the end of a hold its user is reminded. */
  public static final Duration BEFORE = Duration.ofMinutes(5);

  /**
   * The job that reminds of the end that a fact tells, once however often a hold gets that end;
   * empty for a new hold so short that its user has hardly left.
   */
  static Optional<Job> job(FactKind kind, Fact fact) {
    return Optional.ofNullable(fact.data().get("expiresAt"))
        .map(Instant::parse)
        .filter(end -> kind != FactKind.BOOKING_HELD || isLong(fact.at(), end))
        .map(end -> job(fact, end));
  }

  private static boolean isLong(Instant heldAt, Instant end) {
    return end.isAfter(heldAt.plus(BEFORE.multipliedBy(2)));
  }

  private static Job job(Fact fact, Instant end) {
    Instant before = end.minus(BEFORE);
    Instant due = before.isAfter(fact.at()) ? before : fact.at();
    return MailQueue.job(Letter.Kind.HOLD_ENDING, fact.stream().id(), end.toString(), due);
  }

  public LetterWriter writer() {
    return new LetterWriter(Letter.Kind.HOLD_ENDING, this::write);
  }

  Writing write(String about, Instant since) {
    return bookings
        .find(new BookingId(about))
        .map(found -> write(finder.withEvents(List.of(found)).getFirst()))
        .orElseGet(() -> new Withheld("there is no such booking"));
  }

  private Writing write(BookingWithEvent shown) {
    Optional<Event> onSale = shown.event().filter(Event::isPublished);
    return shown.booking() instanceof Booking.Pending hold && onSale.isPresent()
        ? write(hold, onSale.get())
        : new Withheld("nothing is held, or not any more");
  }

  private Writing write(Booking.Pending hold, Event event) {
    return hold.expiresAt().isAfter(clock.instant().plus(BEFORE))
        ? new Withheld("the hold ends later by now")
        : users
            .find(hold.details().userId())
            .map(user -> write(user, event, hold))
            .orElse(Withheld.NOBODY);
  }

  private Writing write(User user, Event event, Booking.Pending hold) {
    return user.wantsReminders()
        ? Addressed.to(
            user,
            new BookingLetter.HoldEnding(user.greeting(), event, hold, token(user.id().value())))
        : new Withheld("the user wants no reminders");
  }

  private String token(String user) {
    return user + "." + hasher.hash("no reminders for " + user).value();
  }

  /**
   * Does what the link in a reminder is for.
   *
   * @return whether it was one
   */
  public boolean stop(String token) {
    String user = token.substring(0, Math.max(token.indexOf('.'), 0));
    // Fingerprints of both: how long it takes to compare them tells nothing about the token.
    return hasher.hash(token).equals(hasher.hash(token(user)))
        && new ManageProfile(users, clock)
            .change(new UserId(user), it -> it.withReminders(false))
            .isPresent();
  }
}
