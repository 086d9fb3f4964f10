package dev.lastseat.mongo;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.port.Orders;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Processes that end by losing every connection, right before a write. */
final class MortalMongo implements MortalStores, AutoCloseable {
  /** Who has lost every connection need not look for another for long. */
  private static final String SOON = "&serverSelectionTimeoutMS=200&timeoutMS=1500";

  private final TestStore shared;
  private final Optional<Transactions> transactions;
  private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
  private final CuttingProxy proxy;
  private final MongoClient mortal;
  private final MongoClient immortal;
  private volatile boolean planned;
  private volatile boolean ended;

  /** With transactions of their own, if the engine has none. */
  MortalMongo(TestStore shared, Optional<Transactions> transactions) {
    this.shared = shared;
    this.transactions = transactions;
    this.proxy = shared.proxy(transactions);
    this.mortal = shared.clientBy(proxy, SOON);
    this.immortal = shared.clientBy(proxy);
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

  /** Whose end is not planned needs no client that gives up soon. */
  @Override
  public Orders orders() {
    MongoClient client = planned ? mortal : immortal;
    Store store = shared.by(client);
    return new MongoOrders(
        store,
        transactions.isPresent()
            ? new TransactionalInsert(client, store)
            : new HoldingInsert(store));
  }

  @Override
  public void endAfter(int writes) {
    planned = true;
    writesLeft.set(writes);
  }

  @Override
  public MortalStores restart() {
    close();
    return new MortalMongo(shared, transactions);
  }

  @Override
  public void close() {
    mortal.close();
    immortal.close();
    proxy.close();
  }
}
