package dev.lastseat.application.order;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.job.Retries;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.store.sale.Bookings.Transition;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.returns.Return;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives all of an order back that is held or sold, whole or not at all. One write decides, that of
 * a job which says so; from then on nothing refuses it but a scan, which keeps its ticket, and what
 * a process that ended has left is given back by whoever takes up the job (docs/adr/0040). Its
 * owner can while each of the events takes tickets back, for their fees; who runs all of them at
 * any time, for none.
 */
public record CancelOrder(
    Orders orders,
    FindOrder finder,
    BookingChanges changes,
    Checkins checkins,
    JobQueue jobs,
    Clock clock)
    implements JobHandler {
  private static final String KIND = "order-cancellation";

  /** Until then the process that decided it gives all of it back, if it lives. */
  static final Duration HEAD_START = Duration.ofSeconds(5);

  /** Who cancels what, and why. */
  public record Command(OrderId id, Principal by, Reason reason) {}

  /** What was decided; {@code forFee} whether the fees of the events are kept. */
  private record Decision(OrderId order, Instant at, boolean forFee, Reason reason) {
    Job job() {
      String payload = String.join(" ", order.value(), at.toString(), "" + forFee, reason.text());
      return new Job(JobId.of(KIND, order.value()), KIND, payload, at.plus(HEAD_START));
    }

    static Decision of(Job job) {
      String[] words = job.payload().split(" ", 4);
      return new Decision(
          new OrderId(words[0]),
          Instant.parse(words[1]),
          Boolean.parseBoolean(words[2]),
          new Reason(words[3]));
    }

    /** What is left to do; nothing where all that stands let somebody in. */
    Optional<Transition> of(BookingWithEvent one, Set<TicketId> in) {
      return switch (one.booking()) {
        case Booking.Confirmed sold ->
            giveBack(sold, in, fee(one)).map(less -> new Transition(sold, less));
        case Booking.Pending hold -> Optional.of(new Transition(hold, hold.cancel(at, reason)));
        case Booking.Cancelled _, Booking.Expired _ -> Optional.empty();
      };
    }

    private Optional<Booking> giveBack(
        Booking.Confirmed sold, Set<TicketId> in, Optional<ReturnFee> fee) {
      List<Integer> free =
          sold.tickets().stream()
              .filter(number -> !in.contains(new TicketId(sold.id(), number)))
              .toList();
      if (free.size() == sold.tickets().size()) {
        return Optional.of(sold.cancel(at, reason, fee));
      }
      return Optional.of(free)
          .filter(some -> !some.isEmpty())
          .map(some -> new Return(some, sold.fee(some.size(), fee), at, Optional.empty()))
          .map(sold::giveBack);
    }

    private Optional<ReturnFee> fee(BookingWithEvent one) {
      return one.event().filter(_ -> forFee).flatMap(event -> event.details().terms().returnFee());
    }
  }

  public Change<OrderWithBookings> handle(Command command) {
    return orders
        .find(command.id())
        .map(order -> cancel(order, command))
        .orElseGet(Change.NotFound::new);
  }

  private Change<OrderWithBookings> cancel(Order order, Command command) {
    Instant now = clock.instant();
    OrderWithBookings shown = finder.withBookings(order);
    Principal by = command.by();
    boolean run = by.isAdmin() || shown.isRunBy(by);
    if (!run && !order.userId().equals(by.userId())) {
      return new Change.NotFound<>();
    }
    List<BookingWithEvent> live = live(shown).toList();
    if (live.isEmpty()) {
      return ended(shown);
    }
    Optional<String> refused =
        live.stream()
            .filter(one -> !run && one.booking() instanceof Booking.Confirmed)
            .flatMap(one -> one.notReturnable(by, now).stream())
            .findFirst();
    if (refused.isPresent()) {
      return new Change.NotPossible<>(refused.get());
    }
    if (!checkins.letIn(live.stream().map(BookingWithEvent::booking).toList()).isEmpty()) {
      return new Change.AlreadyIn<>();
    }
    Decision decision = new Decision(order.id(), now, !run, command.reason());
    jobs.add(decision.job());
    return new Change.Done<>(giveBack(order, decision));
  }

  private static Change<OrderWithBookings> ended(OrderWithBookings shown) {
    return shown.bookings().stream().anyMatch(one -> one.booking() instanceof Booking.Cancelled)
        ? new Change.Done<>(shown)
        : new Change.NotPossible<>("The holds of the order have ended.");
  }

  /**
   * Whatever others do with it meanwhile, until nothing of it is live but tickets that let somebody
   * in since it was decided.
   */
  private OrderWithBookings giveBack(Order order, Decision decision) {
    var _ = orders.cancel(order.id(), decision.at());
    Order cancelled = orders.find(order.id()).orElseThrow();
    return OptimisticRetry.untilDecided(
        "the order",
        () -> {
          OrderWithBookings shown = finder.withBookings(cancelled);
          List<Transition> left = left(shown, decision);
          changes.applyAll(left);
          return left.isEmpty() ? Optional.of(shown) : Optional.empty();
        });
  }

  private List<Transition> left(OrderWithBookings shown, Decision decision) {
    List<BookingWithEvent> live = live(shown).toList();
    Set<TicketId> in = checkins.letIn(live.stream().map(BookingWithEvent::booking).toList());
    return live.stream().flatMap(one -> decision.of(one, in).stream()).toList();
  }

  private static Stream<BookingWithEvent> live(OrderWithBookings shown) {
    return shown.bookings().stream().filter(one -> one.booking() instanceof Booking.Live);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Retries retries() {
    return Retries.PROMPT;
  }

  @Override
  public Result handle(Job job) {
    Decision decision = Decision.of(job);
    orders.find(decision.order()).ifPresent(order -> giveBack(order, decision));
    return new Result.Done();
  }
}
