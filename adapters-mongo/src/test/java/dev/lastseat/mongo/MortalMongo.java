package dev.lastseat.mongo;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.port.Orders;
import java.util.concurrent.atomic.AtomicInteger;

/** Processes that end by losing every connection, right before a write. */
final class MortalMongo implements MortalStores, AutoCloseable {
  /** Who has lost every connection need not look for another for long. */
  private static final String SOON = "&serverSelectionTimeoutMS=200";

  private static final int UNPLANNED = Integer.MAX_VALUE;

  private final TestStore shared;
  private final AtomicInteger writesLeft = new AtomicInteger(UNPLANNED);
  private final CuttingProxy proxy;
  private final MongoClient client;
  private volatile boolean ended;

  MortalMongo(TestStore shared) {
    this.shared = shared;
    this.proxy = shared.proxy();
    this.client = shared.clientBy(proxy, SOON);
    proxy.decide(this::fate);
  }

  /** From the first write too many on, nothing passes. */
  private CuttingProxy.Fate fate(Wire message) {
    boolean over = message.isWrite() && writesLeft.getAndDecrement() <= 0;
    ended = ended || over;
    return ended ? CuttingProxy.Fate.CUT_BEFORE : CuttingProxy.Fate.PASS;
  }

  @Override
  public Stores stores() {
    return shared.stores();
  }

  /** Whose end is not planned needs no proxy, nor a client that gives up soon. */
  @Override
  public Orders orders() {
    return new MongoOrders(writesLeft.get() == UNPLANNED ? shared.store() : shared.by(client));
  }

  @Override
  public void endAfter(int writes) {
    writesLeft.set(writes);
  }

  @Override
  public MortalStores restart() {
    close();
    return new MortalMongo(shared);
  }

  @Override
  public void close() {
    client.close();
    proxy.close();
  }
}
