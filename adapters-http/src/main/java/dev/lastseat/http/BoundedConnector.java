package dev.lastseat.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Accepts so many connections and no more, and ends those that send or read too slowly. Jetty's own
 * bound of the data rate sees no request before its head is whole, and no write that goes on.
 */
final class BoundedConnector extends ServerConnector {
  /** Where there is no room for more, those that do nothing make room. */
  private static final int IDLE_MILLIS_WHEN_FULL = 5_000;

  private final HttpSettings.Connections settings;
  private final Clock clock;

  BoundedConnector(
      Server server,
      HttpConfiguration configuration,
      HttpSettings.Connections settings,
      Clock clock) {
    super(server, new HttpConnectionFactory(configuration));
    this.settings = settings;
    this.clock = clock;
    NetworkConnectionLimit limit = new NetworkConnectionLimit(settings.max(), this);
    limit.setEndPointIdleTimeout(IDLE_MILLIS_WHEN_FULL);
    server.addBean(limit);
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    SocketChannelEndPoint endPoint = new BoundedEndPoint(channel, selector, key);
    endPoint.setIdleTimeout(getIdleTimeout());
    return endPoint;
  }

  private final class BoundedEndPoint extends SocketChannelEndPoint {
    private final Pace sending = new Pace(settings);
    private final Pace reading = new Pace(settings);

    BoundedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
      super(channel, selector, key, BoundedConnector.this.getScheduler());
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
      int filled = super.fill(buffer);
      if (filled > 0 && sending.isTooSlow(messages(), filled, clock.millis())) {
        close(new EofException("sent too slowly"));
        return -1;
      }
      return filled;
    }

    /**
     * Only the time counts in which the reader is waited for: from what he left until it is gone.
     */
    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
      long before = remaining(buffers);
      boolean all = super.flush(buffers);
      if (reading.isTooSlow(messages(), before - remaining(buffers), clock.millis())) {
        throw new EofException("read too slowly");
      }
      if (all) {
        reading.pause();
      }
      return all;
    }

    /** Changes whenever the head of a request has come and whenever an answer begins. */
    private long messages() {
      return getConnection().getMessagesIn() + getConnection().getMessagesOut();
    }

    private static long remaining(ByteBuffer... buffers) {
      long remaining = 0;
      for (ByteBuffer buffer : buffers) {
        remaining += buffer.remaining();
      }
      return remaining;
    }
  }
}
