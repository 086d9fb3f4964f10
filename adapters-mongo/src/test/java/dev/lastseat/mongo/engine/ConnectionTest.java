package dev.lastseat.mongo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.mongo.MongoAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "user:secret@host",
        "mongodb://user:sec@secret@host:1/x",
        "mongodb://user:secret@host:99999/x",
        "http://user:secret@host/"
      })
  void what_is_no_connection_string_is_refused_without_its_password(String uri) {
    assertThatThrownBy(() -> Connection.to(uri))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContainingAll("MONGODB_URI", "mongodb://user:password@host/database")
        .hasMessageNotContainingAny("secret");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2_501})
  void a_time_for_operations_that_late_bookings_would_outlast_is_refused(int millis) {
    assertThatThrownBy(() -> Connection.to("mongodb://a:secret@host/x?timeoutMS=" + millis))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("timeoutMS=%d; 1 to 2500 are possible".formatted(millis))
        .hasMessageNotContaining("secret");
  }

  @Test
  void an_address_is_shown_without_its_password() {
    Connection connection =
        Connection.to("mongodb://ada:secret@one:1,two:2/tickets?replicaSet=rs0");

    assertThat(connection).hasToString("mongodb://***@one:1,two:2/tickets?replicaSet=rs0");
    assertThat(connection.database()).isEqualTo("tickets");
  }

  @Test
  void an_address_without_a_database_has_the_usual_one() {
    assertThat(Connection.to("mongodb://127.0.0.1").database()).isEqualTo("lastseat");
  }

  @Test
  void a_server_that_is_not_there_is_told_in_one_line_without_the_password() {
    assertThatThrownBy(
            () ->
                MongoAdapters.open(
                    "mongodb://ada:secret@127.0.0.1:1/x?serverSelectionTimeoutMS=200",
                    new MongoAdapters.Pool(0, 1),
                    new MongoAdapters.Lists(
                        MongoAdapters.Lists.From.PRIMARY, MongoAdapters.Lists.MIN_STALENESS),
                    Clock.systemUTC(),
                    new SecureRandom(),
                    Observer.NOBODY))
        .isInstanceOf(UnusableStore.class)
        .hasMessageStartingWith("mongodb://***@127.0.0.1:1/x")
        .hasMessageNotContainingAny("secret", "\n");
  }
}
