package dev.lastseat.mongo.engine;

import com.mongodb.event.ConnectionCheckedInEvent;
import com.mongodb.event.ConnectionCheckedOutEvent;
import com.mongodb.event.ConnectionClosedEvent;
import com.mongodb.event.ConnectionCreatedEvent;
import com.mongodb.event.ConnectionPoolCreatedEvent;
import com.mongodb.event.ConnectionPoolListener;
import dev.lastseat.application.port.Observer;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections that there may be, that there are, and that are in use. */
final class PoolUse implements ConnectionPoolListener {
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger max = new AtomicInteger();
  private final AtomicInteger used = new AtomicInteger();

  PoolUse(Observer observer) {
    observer.figure("mongodb.connections.open", open::get);
    observer.figure("mongodb.connections.max", max::get);
    observer.figure("mongodb.connections.used", used::get);
  }

  /** There is one for each server. */
  @Override
  public void connectionPoolCreated(ConnectionPoolCreatedEvent event) {
    max.addAndGet(event.getSettings().getMaxSize());
  }

  @Override
  public void connectionCreated(ConnectionCreatedEvent event) {
    open.incrementAndGet();
  }

  @Override
  public void connectionClosed(ConnectionClosedEvent event) {
    open.decrementAndGet();
  }

  @Override
  public void connectionCheckedOut(ConnectionCheckedOutEvent event) {
    used.incrementAndGet();
  }

  @Override
  public void connectionCheckedIn(ConnectionCheckedInEvent event) {
    used.decrementAndGet();
  }
}
