package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.SalesFiguresContract;
import dev.lastseat.domain.port.store.fact.SalesFigures;

class FakeSalesFiguresTest extends SalesFiguresContract {
  @Override
  protected SalesFigures open() {
    return new FakeSalesFigures();
  }
}
