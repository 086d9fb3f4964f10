package dev.lastseat.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What goes away and comes back, with a Redis at the end of it. */
abstract class UnreliableContract {
  private static final String PONG = "+PONG\r\n";

  abstract Unreliable engine();

  abstract String uri();

  @Test
  void it_answers_as_soon_as_it_is_started() throws IOException {
    assertThat(ping()).isEqualTo(PONG);
  }

  @Test
  void it_takes_no_connection_once_it_is_stopped_and_answers_again_after_a_restart()
      throws IOException {
    engine().stop();
    assertThatIOException().isThrownBy(this::ping);

    engine().restart();
    assertThat(ping()).isEqualTo(PONG);
  }

  @Test
  void whoever_is_connected_is_cut_off_when_it_is_stopped() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(answer(socket)).isEqualTo(PONG);

      engine().stop();
      assertThat(isCutOff(socket)).isTrue();
    }
  }

  @Test
  void it_answers_nothing_while_it_is_frozen_and_what_it_was_asked_afterwards() throws IOException {
    engine().freeze();
    try (Socket socket = connect()) {
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(1);
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> socket.getInputStream().read());

      engine().thaw();
      socket.setSoTimeout(0);
      assertThat(answer(socket)).isEqualTo(PONG);
    }
  }

  private String ping() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      return answer(socket);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(uri()).getPort());
  }

  /** Politely or not. */
  private static boolean isCutOff(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(PONG.length()), StandardCharsets.US_ASCII);
  }
}
