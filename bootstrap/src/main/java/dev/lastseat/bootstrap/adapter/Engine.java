package dev.lastseat.bootstrap.adapter;

import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.Observer;
import dev.lastseat.application.port.Underway;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.mongo.MongoAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The engine that keeps everything: SQLite, or MongoDB.
 *
 * @param sweeps what it wants done again and again; they say whether there may be more soon
 */
public record Engine(
    Store store,
    Underway underway,
    Health health,
    List<BooleanSupplier> sweeps,
    Runnable close,
    String description) {

  static Engine open(Settings settings, Clock clock, SecureRandom random, Observer observer) {
    Settings.Servers servers = settings.servers();
    return servers
        .mongodbUri()
        .map(
            uri ->
                of(
                    MongoAdapters.open(
                        uri, servers.pool(), servers.lists(), clock, random, observer)))
        .orElseGet(() -> of(EmbeddedAdapters.open(settings.dataDir(), clock, observer), settings));
  }

  private static Engine of(EmbeddedAdapters sqlite, Settings settings) {
    return new Engine(
        sqlite.store(),
        Underway.NOTHING,
        sqlite.health(),
        List.of(),
        sqlite::close,
        "SQLite in " + settings.dataDir());
  }

  private static Engine of(MongoAdapters mongo) {
    return new Engine(
        mongo.store(), mongo.underway(), mongo.health(), mongo.sweeps(), mongo::close, "MongoDB");
  }

  Engine watched(Watched watched) {
    return new Engine(store.decorated(watched::port), underway, health, sweeps, close, description);
  }
}
