package dev.lastseat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCheckTest {
  @TempDir Path data;

  @Test
  void a_lastseat_is_ready_while_it_runs() {
    Map<String, String> settings =
        Map.of("PORT", "0", "DATA_DIR", data.toString(), "ADMIN_PASSWORD", "a long password");
    int port;
    try (Lastseat lastseat = Lastseat.start(Settings.from(settings))) {
      port = lastseat.uri().getPort();
      assertThat(HealthCheck.isReady(port)).isTrue();
    }
    assertThat(HealthCheck.isReady(port)).isFalse();
  }
}
