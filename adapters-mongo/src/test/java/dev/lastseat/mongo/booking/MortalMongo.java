package dev.lastseat.mongo.booking;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.engine.CuttingProxy;
import dev.lastseat.mongo.engine.Wire;
import java.util.concurrent.atomic.AtomicInteger;

/** Processes that end by losing every connection, right before a write. */
final class MortalMongo implements MortalStores {
  /** Who has lost every connection need not look for another for long. */
  private static final String SOON = "&serverSelectionTimeoutMS=200&timeoutMS=1500";

  private final TestStore shared;
  private Process process;

  MortalMongo(TestStore shared) {
    this.shared = shared;
    this.process = new Process();
  }

  /** Its connections, and when they are lost. */
  private final class Process implements AutoCloseable {
    private final CuttingProxy proxy = shared.proxy();
    private final MongoClient mortal = shared.clientBy(proxy, SOON);
    private final MongoClient immortal = shared.clientBy(proxy);
    private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean planned;
    private volatile boolean ended;

    Process() {
      proxy.decide(this::fate);
    }

    /** From the first write too many on, nothing passes. */
    private CuttingProxy.Fate fate(Wire message) {
      boolean over = message.isWrite() && writesLeft.getAndDecrement() <= 0;
      ended = ended || over;
      return ended ? CuttingProxy.Fate.CUT_BEFORE : CuttingProxy.Fate.PASS;
    }

    void endAfter(int writes) {
      planned = true;
      writesLeft.set(writes);
    }

    /** Whose end is not planned needs no client that gives up soon. */
    MongoClient client() {
      return planned ? mortal : immortal;
    }

    @Override
    public void close() {
      mortal.close();
      immortal.close();
      proxy.close();
    }
  }

  @Override
  public Stores stores() {
    return shared.stores();
  }

  @Override
  public Orders orders() {
    return new MongoOrders(shared.by(process.client()));
  }

  @Override
  public void endAfter(int writes) {
    process.endAfter(writes);
  }

  @Override
  public void restart() {
    process.close();
    process = new Process();
  }

  @Override
  public void close() {
    process.close();
  }
}
