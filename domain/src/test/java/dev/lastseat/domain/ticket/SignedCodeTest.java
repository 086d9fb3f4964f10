package dev.lastseat.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.ticket.SignedCode.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignedCodeTest {
  private static final TicketNumber NUMBER = TicketNumber.random(new SplittableRandom(7));
  private static final Instant FROM = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-06-03T12:00:00Z");
  private static final Statement STATEMENT =
      new Statement(NUMBER, 2, 1, SignedCode.keyId(new byte[] {0x12, 0x34, 0x56}), FROM, UNTIL);
  private static final SignedCode CODE = STATEMENT.signed(bytes(7));

  @Test
  void a_code_has_142_characters_that_a_qr_code_has_in_its_alphanumeric_mode() {
    assertThat(CODE.value()).hasSize(142).matches("[0-9A-Z $%*+./:-]+");
    assertThat(CODE.value())
        .startsWith("LS1." + NUMBER.value().replace("-", "") + "02" + "001" + "28T5");
  }

  @Test
  void a_code_is_read_back_with_all_that_it_says() {
    for (int seed = 0; seed < 200; seed++) {
      byte[] signature = bytes(seed);
      signature[0] = seed % 2 == 0 ? 0 : signature[0];
      SignedCode code = STATEMENT.signed(signature);

      assertThat(TicketCode.read(" " + code.value().toLowerCase(Locale.ROOT))).contains(code);
      assertThat(code.signatureBytes()).isEqualTo(signature);
    }
  }

  @Test
  void the_event_is_signed_and_not_in_the_code() {
    String signed = new String(STATEMENT.bytes(new EventId("event-1")), StandardCharsets.UTF_8);

    assertThat(signed).isEqualTo(CODE.value().substring(0, 39) + ".event-1");
    assertThat(CODE.value()).doesNotContain("EVENT");
  }

  @Test
  void times_are_kept_to_the_second_and_an_endless_one_ends_as_late_as_it_can() {
    Statement endless = new Statement(NUMBER, 1, 0, "28T5", FROM.plusMillis(999), Instant.MAX);

    assertThat(endless.from()).isEqualTo(FROM);
    assertThat(endless.until()).isAfter(Instant.parse("3000-01-01T00:00:00Z"));
    assertThat(TicketCode.read(endless.signed(bytes(1)).value())).isPresent();
  }

  @Test
  void what_is_cut_or_too_long_or_of_another_version_is_none() {
    String value = CODE.value();

    for (int length = 0; length < value.length(); length++) {
      assertThat(TicketCode.read(value.substring(0, length))).isEmpty();
    }
    assertThat(TicketCode.read(value + "0")).isEmpty();
    assertThat(TicketCode.read(value.replace("LS1.", "LS2."))).isEmpty();
    assertThat(TicketCode.read(value.substring(0, 39) + "Z".repeat(103))).isEmpty();
  }

  @Test
  void a_statement_is_of_a_ticket_that_there_can_be() {
    assertThatThrownBy(() -> new Statement(NUMBER, 0, 0, "28T5", FROM, UNTIL))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () -> new Statement(NUMBER, 1, Statement.MAX_REVISION + 1, "28T5", FROM, UNTIL))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_code_does_not_show_its_signature_where_it_is_logged() {
    assertThat(CODE.toString()).doesNotContain(CODE.signature());
  }

  private static byte[] bytes(int seed) {
    byte[] bytes = new byte[64];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
