package dev.lastseat.bootstrap.e2e;

import dev.lastseat.bootstrap.Lastseat;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One instance, in this process. */
record OneInstance(Lastseat lastseat, BoxOffice office) implements House {
  /** On the embedded store. */
  static Houses on(Path data) {
    return on(Map.of("DATA_DIR", data.toString()));
  }

  static Houses on(Map<String, String> engines) {
    return (settings, _) -> {
      Map<String, String> all = new HashMap<>(BoxOffice.SETTINGS);
      all.putAll(engines);
      all.putAll(settings);
      Lastseat lastseat = Programs.start(all);
      return new OneInstance(lastseat, new BoxOffice(lastseat.uri()));
    };
  }

  @Override
  public int lost() {
    return 0;
  }

  @Override
  public void sweep() {
    lastseat.sweep();
  }

  @Override
  public void close() {
    try (lastseat;
        office) {
      // Clients first.
    }
  }
}
