package dev.lastseat.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints as text; the note is one that Go's {@code golang.org/x/mod/sumdb/note} signed. */
class SignedCheckpointTest {
  private static final String NOTE =
      """
      lastseat/42830b14ed512598
      70000
      Gkzfy2Y3SgwNy+9JrL1JdtE+6GT7PLJB/JQ8rQTwL34=

      — lastseat/42830b14ed512598 F2U6zKTOaV/McNtXOd3m58B/6G5WjGc7oUhwjKlt5gLZe/jfqh9GIi6QPJnTVGRhZV+Nm8hHtZG7544eQilMsIdgzw8=
      """;

  @Test
  void a_note_that_go_signed_is_read_and_written_the_same() {
    SignedCheckpoint signed = SignedCheckpoint.parse(NOTE);

    assertThat(signed.checkpoint())
        .isEqualTo(
            new Checkpoint(
                "lastseat/42830b14ed512598", 70_000, GrownTree.NUMBERS.tree().root(70_000)));
    assertThat(signed.keyId()).isEqualTo("17653acc");
    assertThat(signed.note()).isEqualTo(NOTE);
  }

  @Test
  void the_signatures_of_others_may_stand_around_it() {
    String witnessed =
        NOTE.replace("— lastseat", "— witness.example abcd\n— lastseat") + "— other/1 efgh\n";

    assertThat(SignedCheckpoint.parse(witnessed)).isEqualTo(SignedCheckpoint.parse(NOTE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "lastseat\n70000\n", "\n\n\n", "— lastseat/42830b14ed512598 F2U6zA==\n"})
  void what_is_no_signed_checkpoint_is_refused(String note) {
    assertThatThrownBy(() -> SignedCheckpoint.parse(note))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("checkpoint must be a signed checkpoint of a log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"70000", "Gkzf", "\n\n", "— lastseat", " F2U6", "sIdgzw8=\n"})
  void a_note_with_any_part_missing_is_refused(String part) {
    assertThatThrownBy(() -> SignedCheckpoint.parse(NOTE.replace(part, "")))
        .isInstanceOf(InvalidValue.class);
  }
}
