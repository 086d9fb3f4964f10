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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisProcessTest {
  private static final String PONG = "+PONG\r\n";

  private RedisProcess redis;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
  }

  @AfterEach
  void end() {
    redis.close();
  }

  @Test
  void it_answers_as_soon_as_it_is_started() throws IOException {
    assertThat(ping()).isEqualTo(PONG);
  }

  @Test
  void it_takes_no_connection_once_it_is_stopped_and_answers_again_after_a_restart()
      throws IOException {
    redis.stop();
    assertThatIOException().isThrownBy(this::ping);

    redis.restart();
    assertThat(ping()).isEqualTo(PONG);
  }

  @Test
  void it_answers_nothing_while_it_is_frozen_and_what_it_was_asked_afterwards() throws IOException {
    redis.freeze();
    try (Socket socket = connect()) {
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(1);
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> socket.getInputStream().read());

      redis.thaw();
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
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(redis.uri()).getPort());
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(PONG.length()), StandardCharsets.US_ASCII);
  }
}
