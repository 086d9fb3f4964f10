package dev.lastseat.engines;

/** How an engine may be away. */
public enum Outage {
  STOPPED,
  FROZEN;

  public void begin(Unreliable engine) {
    switch (this) {
      case STOPPED -> engine.stop();
      case FROZEN -> engine.freeze();
    }
  }

  public void end(Unreliable engine) {
    switch (this) {
      case STOPPED -> engine.restart();
      case FROZEN -> engine.thaw();
    }
  }
}
