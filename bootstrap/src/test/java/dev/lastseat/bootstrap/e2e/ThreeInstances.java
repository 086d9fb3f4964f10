package dev.lastseat.bootstrap.e2e;

import dev.lastseat.bootstrap.Lastseat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Three instances on MongoDB and Redis, the first one in this process and two in their own, of
 * which the last is killed with -9.
 */
record ThreeInstances(Lastseat lastseat, List<Process> others, BoxOffice office) implements House {

  static Houses on(Map<String, String> engines, Path folder) {
    return (settings, bookings) -> {
      Map<String, String> all = new HashMap<>(BoxOffice.SETTINGS);
      all.putAll(engines);
      all.putAll(settings);
      return open(all, folder, bookings);
    };
  }

  private static House open(Map<String, String> settings, Path folder, int bookings) {
    try {
      List<Process> others =
          List.of(Programs.spawn(folder, settings), Programs.spawn(folder, settings));
      Lastseat lastseat = Programs.start(settings);
      URI second = Programs.address(others.getFirst());
      URI third = Programs.address(others.getLast());
      BoxOffice office = new BoxOffice(lastseat.uri(), second, third);
      office.after(bookings, () -> others.getLast().destroyForcibly());
      return new ThreeInstances(lastseat, others, office);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public int lost() {
    return Math.toIntExact(others.stream().filter(other -> !other.isAlive()).count());
  }

  @Override
  public void sweep() {
    lastseat.sweep();
  }

  @Override
  public void close() {
    try (lastseat;
        office) {
      others.forEach(Process::destroyForcibly);
      for (Process other : others) {
        other.waitFor();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
