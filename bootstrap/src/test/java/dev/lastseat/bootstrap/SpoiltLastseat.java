package dev.lastseat.bootstrap;

import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.bootstrap.adapter.Adapters;
import dev.lastseat.bootstrap.adapter.Caches;
import dev.lastseat.bootstrap.adapter.Engine;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.Settlement;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.port.store.sale.Payments;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The program on the embedded store, with a bug in it. */
public final class SpoiltLastseat {
  private SpoiltLastseat() {}

  /** What a store or a cache could do wrong. */
  public enum Bug {
    TWO_BOOKINGS_OF_A_PLACE,
    LOST_BOOKING,
    REFUSAL_WHILE_FREE,
    STALE_COUNT,
    TWO_BOOKINGS_OF_A_KEY,
    TWO_LET_IN_BY_A_TICKET,
    PAID_FOR_NOTHING,
    REFUSED_RETRY
  }

  /** Starts the one with the bug that is named, with the settings of the environment. */
  public static void main(String[] arguments) {
    System.out.println(start(System.getenv(), Bug.valueOf(arguments[0])).uri());
  }

  /** Starts it. */
  public static Lastseat start(Map<String, String> values, Bug bug) {
    Settings settings = Settings.from(values);
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    SecureRandom random = new SecureRandom();
    Adapters sound = Adapters.open(settings, clock, random);
    return Lastseat.start(settings, spoilt(sound, of(bug)), clock, random);
  }

  /** What each port does instead. */
  private static Map<Class<?>, Instead> of(Bug bug) {
    return switch (bug) {
      case TWO_BOOKINGS_OF_A_PLACE ->
          Map.of(Bookings.class, takingLostForWon(), PlaceHints.class, repeatingThemselves());
      case LOST_BOOKING ->
          Map.of(Bookings.class, everyTenth("record", new Bookings.Recording.Recorded()));
      case REFUSAL_WHILE_FREE ->
          Map.of(PlaceHints.class, everyTenth("suggest", new Suggestion.SoldOut(0, Instant.MAX)));
      case STALE_COUNT -> Map.of(AvailabilityCache.class, countingOnce());
      case TWO_BOOKINGS_OF_A_KEY ->
          Map.of(
              Bookings.class,
              storingAnotherKey(),
              RememberedResponses.class,
              (call, sound) ->
                  call.is("begin") ? new RememberedResponses.Begin.New() : call.of(sound));
      case TWO_LET_IN_BY_A_TICKET -> Map.of(Checkins.class, lettingAnybodyIn());
      case PAID_FOR_NOTHING -> Map.of(Payments.class, keepingTheMoney());
      case REFUSED_RETRY -> Map.of(RememberedResponses.class, takingRetriesForOthers());
    };
  }

  private static Instead everyTenth(String method, Object answer) {
    AtomicInteger calls = new AtomicInteger();
    return (call, sound) ->
        call.is(method) && calls.incrementAndGet() % 10 == 0 ? answer : call.of(sound);
  }

  private static Instead takingLostForWon() {
    return (call, sound) -> {
      Object answer = call.of(sound);
      return answer instanceof Bookings.Recording.PlaceTaken
          ? new Bookings.Recording.Recorded()
          : answer;
    };
  }

  private static Instead repeatingThemselves() {
    AtomicReference<Object> last = new AtomicReference<>();
    AtomicInteger calls = new AtomicInteger();
    return (call, sound) -> {
      if (call.is("suggest") && calls.incrementAndGet() % 5 == 0 && last.get() != null) {
        return last.get();
      }
      Object answer = call.of(sound);
      if (answer instanceof Suggestion.Found) {
        last.set(answer);
      }
      return answer;
    };
  }

  private static Instead countingOnce() {
    Map<Object, Object> first = new ConcurrentHashMap<>();
    return (call, sound) -> {
      Object now = call.of(sound);
      return call.is("get") ? first.merge(call.arguments()[0], now, (known, _) -> known) : now;
    };
  }

  private static Instead storingAnotherKey() {
    return (call, sound) ->
        call.is("record")
            ? ((Bookings) sound).record(underAnotherKey((Booking.Live) call.arguments()[0]))
            : call.of(sound);
  }

  private static Booking.Live underAnotherKey(Booking.Live booking) {
    BookingDetails sent = booking.details();
    BookingDetails stored =
        new BookingDetails(
            sent.id(),
            sent.eventId(),
            sent.userId(),
            sent.ticketNumber(),
            sent.quantity(),
            sent.hold(),
            sent.unitPrice(),
            new IdempotencyKey(UUID.randomUUID()),
            sent.bookedAt(),
            sent.order(),
            sent.sale());
    return switch (booking) {
      case Booking.Pending hold -> new Booking.Pending(stored, hold.claim(), hold.expiresAt());
      case Booking.Confirmed it ->
          new Booking.Confirmed(stored, it.claim(), it.confirmedAt(), it.returns());
    };
  }

  private static Instead takingRetriesForOthers() {
    return (call, sound) -> {
      Object known = call.of(sound);
      return known instanceof RememberedResponses.Begin.Done
          ? new RememberedResponses.Begin.Mismatch()
          : known;
    };
  }

  private static Instead lettingAnybodyIn() {
    return (call, sound) -> {
      Object answer = call.of(sound);
      boolean isOfTicket = call.is("find") && call.arguments().length == 2;
      boolean isScan = call.is("letPass") || call.is("change");
      return isOfTicket ? Optional.empty() : isScan ? Boolean.TRUE : answer;
    };
  }

  /**
   * But for what another payment pays already, of which the store would not let it be said twice.
   */
  private static Instead keepingTheMoney() {
    return (call, sound) ->
        call.is("change") && ((Payment) call.arguments()[1]).refundDue().isPresent()
            ? kept((Payments) sound, call)
            : call.of(sound);
  }

  private static Object kept(Payments payments, Call call) throws Throwable {
    Payment due = (Payment) call.arguments()[0];
    Payments.Changing kept = payments.change(due, paidInstead(due));
    return kept == Payments.Changing.PAID_BY_ANOTHER ? call.of(payments) : kept;
  }

  private static Payment paidInstead(Payment due) {
    return due.settled(new Settlement.Paid(due.purchase().orElseThrow()), due.updatedAt());
  }

  private static Adapters spoilt(Adapters sound, Map<Class<?>, Instead> bug) {
    Engine engine = sound.engine();
    Caches caches = sound.caches();
    Spoiling spoiling = new Spoiling(bug);
    return new Adapters(
        new Engine(
            engine.store().decorated(spoiling),
            engine.underway(),
            engine.health(),
            engine.sweeps(),
            engine.close(),
            engine.description()),
        new Caches(
            caches.events(),
            caches.firstPages(),
            spoiling.decorated(AvailabilityCache.class, caches.availability()),
            spoiling.decorated(PlaceHints.class, caches.hints()),
            spoiling.decorated(RememberedResponses.class, caches.responses()),
            caches.limiter(),
            caches.goodLogIns(),
            caches.health(),
            caches.close()),
        sound.mailer(),
        sound.webhooks(),
        sound.watching());
  }

  /** Ports of which some answer as the bug says. */
  private record Spoiling(Map<Class<?>, Instead> bug) implements Store.Decorator {
    @Override
    public <T> T decorated(Class<T> port, T sound) {
      Instead instead = bug.getOrDefault(port, (call, real) -> call.of(real));
      return port.cast(
          Proxy.newProxyInstance(
              port.getClassLoader(),
              new Class<?>[] {port},
              (_, method, arguments) -> instead.answer(new Call(method, arguments), sound)));
    }
  }

  /** A call of a port. */
  private record Call(Method method, Object[] arguments) {
    /** Fails where the port has no such method (any more), or the bug would be none. */
    boolean is(String name) {
      if (Stream.of(method.getDeclaringClass().getMethods())
          .noneMatch(it -> it.getName().equals(name))) {
        throw new IllegalArgumentException(method.getDeclaringClass() + " has no " + name);
      }
      return method.getName().equals(name);
    }

    Object of(Object port) throws Throwable {
      try {
        return method.invoke(port, arguments);
      } catch (InvocationTargetException failed) {
        throw failed.getCause();
      }
    }
  }

  /** What a port answers instead. */
  private interface Instead {
    Object answer(Call call, Object sound) throws Throwable;
  }
}
