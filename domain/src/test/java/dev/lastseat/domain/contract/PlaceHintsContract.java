package dev.lastseat.domain.contract;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.PlaceHints;
import org.junit.jupiter.api.BeforeEach;

/** What all hints promise for as long as they forget nothing. */
public abstract class PlaceHintsContract
    implements SuggestionsContract, HintSearchesContract, HintRacesContract {
  private final TickingClock clock = new TickingClock();
  private Hints hints;

  /** Nothing is known yet; called before each test. */
  protected abstract PlaceHints open(TickingClock clock);

  @BeforeEach
  void openHints() {
    hints = new Hints(open(clock), clock);
  }

  @Override
  public final Hints hints() {
    return hints;
  }
}
