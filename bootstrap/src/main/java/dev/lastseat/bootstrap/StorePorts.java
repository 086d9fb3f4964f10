package dev.lastseat.bootstrap;

import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.port.Health;
import dev.lastseat.domain.port.Orders;
import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.port.Users;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.mongo.MongoAdapters;
import java.util.List;

/**
 * What the truth is kept in: SQLite, or MongoDB.
 *
 * @param sweeps what this store wants done again and again
 */
record StorePorts(
    Events events,
    Bookings bookings,
    Orders orders,
    Users users,
    Sessions sessions,
    Health health,
    List<Runnable> sweeps) {

  static StorePorts of(EmbeddedAdapters sqlite) {
    return new StorePorts(
        sqlite.events(),
        sqlite.bookings(),
        sqlite.orders(),
        sqlite.users(),
        sqlite.sessions(),
        sqlite.health(),
        List.of());
  }

  static StorePorts of(MongoAdapters mongo) {
    return new StorePorts(
        mongo.events(),
        mongo.bookings(),
        mongo.orders(),
        mongo.users(),
        mongo.sessions(),
        mongo.health(),
        List.of(mongo::finishEventChanges));
  }
}
