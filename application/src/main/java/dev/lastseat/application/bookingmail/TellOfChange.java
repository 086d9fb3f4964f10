package dev.lastseat.application.bookingmail;

import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks for the mails to all who have tickets for an event that has changed, one for each of them. A
 * job does one page of the bookings and leaves the next page to another job, so that none takes
 * long, however many bookings there are.
 */
public record TellOfChange(Bookings bookings, JobQueue jobs, Clock clock) implements JobHandler {
  private static final String KIND = "event-change";

  /** The job that begins with it. */
  static Job job(Fact changed, Instant now) {
    String what = changed.stream().id() + " " + changed.version();
    return new Job(JobId.of(KIND, what), KIND, what, now);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The payload has the event and its version, and on later pages the position of the last one. */
  @Override
  public Result handle(Job job) {
    Instant now = clock.instant();
    String[] words = job.payload().split(" ", -1);
    String what = words[0] + " " + words[1];
    Optional<Position> after =
        words.length > 2 ? Optional.of(new Position(words[2], words[3])) : Optional.empty();
    Page<Booking> page = bookings.search(sold(new EventId(words[0]), after), now);
    jobs.addAll(Stream.concat(mails(page, what, now), next(page, what, now)).toList());
    return new Result.Done();
  }

  private static BookingQuery sold(EventId event, Optional<Position> after) {
    return BookingQuery.all(new PageRequest.After(after, PageRequest.MAX_LIMIT))
        .in(BookingStatus.CONFIRMED)
        .of(event);
  }

  private static Stream<Job> mails(Page<Booking> page, String what, Instant now) {
    List<UserId> buyers =
        page.items().stream().map(booking -> booking.details().userId()).distinct().toList();
    return buyers.stream()
        .map(
            buyer ->
                MailQueue.job(Letter.Kind.EVENT_CHANGED, what + " " + buyer.value(), what, now));
  }

  private static Stream<Job> next(Page<Booking> page, String what, Instant now) {
    return page.next().stream()
        .map(it -> what + " " + it.key() + " " + it.id())
        .map(payload -> new Job(JobId.of(KIND, payload), KIND, payload, now));
  }
}
