package dev.lastseat.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.api.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {
  @ParameterizedTest
  @EnumSource
  void what_every_entrance_may_tell_has_a_status_over_http(ErrorCode code) {
    assertThat(Code.of(code).status).isGreaterThanOrEqualTo(400);
  }
}
