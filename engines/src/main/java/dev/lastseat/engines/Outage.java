package dev.lastseat.engines;

/** How an engine may be away. */
public enum Outage {
  STOPPED {
    @Override
    public void begin(Unreliable engine) {
      engine.stop();
    }

    @Override
    public void end(Unreliable engine) {
      engine.restart();
    }
  },
  FROZEN {
    @Override
    public void begin(Unreliable engine) {
      engine.freeze();
    }

    @Override
    public void end(Unreliable engine) {
      engine.thaw();
    }
  };

  public abstract void begin(Unreliable engine);

  public abstract void end(Unreliable engine);
}
