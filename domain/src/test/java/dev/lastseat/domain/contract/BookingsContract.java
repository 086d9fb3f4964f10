package dev.lastseat.domain.contract;

import org.junit.jupiter.api.BeforeEach;

/** What every store of bookings promises. */
public abstract class BookingsContract
    implements RecordingContract,
        RecordingRacesContract,
        TransitionsContract,
        ReturnsContract,
        BoxOfficeContract,
        ContingentsContract,
        BookingReadsContract,
        BookingSearchContract {
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
