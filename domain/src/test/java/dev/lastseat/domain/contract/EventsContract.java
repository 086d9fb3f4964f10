package dev.lastseat.domain.contract;

import org.junit.jupiter.api.BeforeEach;

/** What every store of events promises. */
public abstract class EventsContract
    implements EventReadsContract,
        EventChangesContract,
        EventRacesContract,
        EventSearchContract,
        EventLanguagesContract,
        EventPagesContract {
  private Stores stores;

  /** Empty stores; called before each test. */
  protected abstract Stores open();

  @BeforeEach
  void openStores() {
    stores = open();
  }

  @Override
  public final Stores stores() {
    return stores;
  }
}
