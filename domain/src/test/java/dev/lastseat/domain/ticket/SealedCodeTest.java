package dev.lastseat.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.shared.InvalidValue;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedCodeTest {
  private static final TicketNumber NUMBER = TicketNumber.random(new SplittableRandom(7));
  private static final String MAC = "0123456789abcdef".repeat(4);
  private static final SealedCode CODE = SealedCode.of(NUMBER, 2, MAC);

  @Test
  void a_code_has_the_ticket_number_the_ticket_and_130_bits_of_the_seal() {
    assertThat(CODE.value()).isEqualTo(NUMBER.value() + "-0204-HMAS-W9NF-6YY0-938N-KRKA-YDXW");
  }

  @Test
  void a_code_is_read_as_scanners_and_people_write_it() {
    assertThat(SealedCode.read(CODE.value())).contains(CODE);
    assertThat(SealedCode.read(CODE.value().toLowerCase(Locale.ROOT).replace("-", " ")))
        .contains(CODE);
    assertThat(SealedCode.read(CODE.value().replace('0', 'o').replace('1', 'l'))).contains(CODE);
  }

  @Test
  void every_number_of_a_ticket_is_read_back() {
    SealedCode last = SealedCode.of(NUMBER, TicketId.MAX_NUMBER, MAC);

    assertThat(SealedCode.read(last.value())).contains(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7K3M-9QXV-R4TD", "https://example.com/", "LS1.ABC"})
  void what_cannot_be_a_code_is_none(String text) {
    assertThat(SealedCode.read(text)).isEmpty();
    assertThat(SealedCode.read(CODE.value() + "0")).isEmpty();
  }

  @Test
  void a_code_does_not_show_its_seal_where_it_is_logged() {
    assertThat(CODE.toString()).doesNotContain(CODE.seal());
  }

  @Test
  void a_ticket_is_read_back_from_its_text() {
    TicketId ticket = new TicketId(new BookingId("0198f2-a"), 12);

    assertThat(ticket.text()).isEqualTo("0198f2-a.12");
    assertThat(TicketId.parse(ticket.text())).isEqualTo(ticket);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.", ".1", "a.0", "a.1000", "a.b"})
  void a_text_that_names_no_ticket_is_refused(String text) {
    assertThatThrownBy(() -> TicketId.parse(text)).isInstanceOf(InvalidValue.class);
  }
}
