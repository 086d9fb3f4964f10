package dev.lastseat.bootstrap.e2e;

import dev.lastseat.bootstrap.Lastseat;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One instance, in this process. */
class OneInstance implements House {
  private final Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
  private Lastseat lastseat;
  private BoxOffice office;

  private OneInstance(Map<String, String> more) {
    settings.putAll(more);
    lastseat = Programs.start(settings);
    office = new BoxOffice(lastseat.uri());
  }

  /** On the embedded store. */
  static House on(Path data) {
    return on(data, Map.of());
  }

  static House on(Path data, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("DATA_DIR", data.toString());
    return on(settings);
  }

  /** The same; whenever it is closed, the store must be what its facts tell. */
  static House verified(Path data, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("DATA_DIR", data.toString());
    return new OneInstance(settings) {
      @Override
      public void close() {
        super.close();
        Programs.verify(data, super.settings);
      }
    };
  }

  /** With these settings, engines among them. */
  static House on(Map<String, String> settings) {
    return new OneInstance(settings);
  }

  @Override
  public BoxOffice office() {
    return office;
  }

  @Override
  public BoxOffice office(int bookings) {
    return office;
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
  public void endRequests(String key) {}

  @Override
  public void restart() {
    close();
    lastseat = Programs.start(settings);
    office = new BoxOffice(lastseat.uri());
  }

  @Override
  public void close() {
    office.close();
    lastseat.close();
  }
}
