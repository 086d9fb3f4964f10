package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.http.HttpPorts;
import dev.lastseat.http.UseCases;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Every part of the program, connected by constructors. */
record Parts(UseCases useCases, HttpPorts httpPorts, List<Runnable> sweeps, FirstAdmin firstAdmin) {

  static Parts of(
      Settings settings, Secrets secrets, Engines engines, Clock clock, SecureRandom random) {
    StorePorts store = engines.store();
    MemoryPorts memory = engines.memory();
    EventParts events = EventParts.of(store, memory, clock, random);
    BookingParts bookings =
        BookingParts.of(store, memory, events.reader(), settings.lifetimes().hold(), clock, random);
    UserParts users = UserParts.of(store, settings, secrets, clock, random);
    return new Parts(
        new UseCases(users.users(), events.useCases(), bookings.bookings(), bookings.orders()),
        new HttpPorts(
            users.accessTokens(),
            memory.limiter(),
            memory.responses(),
            Stream.concat(Stream.of(store.health()), memory.health().stream()).toList()),
        Stream.of(store.sweeps(), bookings.sweeps(), users.sweeps()).flatMap(List::stream).toList(),
        users.firstAdmin());
  }
}
