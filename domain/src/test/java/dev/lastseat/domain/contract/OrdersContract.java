package dev.lastseat.domain.contract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every store of orders promises. */
public abstract class OrdersContract
    implements OrderRecordingContract,
        OrderRefusalsContract,
        OrderRacesContract,
        OrderPricesContract,
        OrderListsContract,
        OrderCrashesContract {
  private MortalStores mortal;

  /** Empty stores; called before each test. */
  protected abstract MortalStores open();

  @BeforeEach
  void openStores() {
    mortal = open();
  }

  @AfterEach
  void closeStores() {
    mortal.close();
  }

  @Override
  public final MortalStores mortal() {
    return mortal;
  }
}
