package dev.lastseat.bootstrap.e2e;

import dev.lastseat.bootstrap.Lastseat;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One instance, in this process, on the embedded store. */
record OneInstance(Lastseat lastseat, BoxOffice office) implements House {
  static Houses on(Path data) {
    return (settings, _) -> {
      Map<String, String> all = new HashMap<>(BoxOffice.SETTINGS);
      all.put("DATA_DIR", data.toString());
      all.putAll(settings);
      Lastseat lastseat = Programs.start(all);
      return new OneInstance(lastseat, new BoxOffice(lastseat.uri()));
    };
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
