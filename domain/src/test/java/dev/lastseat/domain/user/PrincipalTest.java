package dev.lastseat.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.APrincipal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrincipalTest {
  private static final UserId ADA = new UserId("ada");

  @Test
  void users_look_after_what_is_theirs_and_admins_after_what_anybody_has() {
    for (Role role : Role.values()) {
      boolean everybodys = role == Role.ADMIN;
      Principal other = APrincipal.with("bob", role);

      assertThat(APrincipal.with("ada", role).mayManage(ADA)).as("own, %s", role).isTrue();
      assertThat(other.mayManage(ADA)).as("another's, %s", role).isEqualTo(everybodys);
      assertThat(other.mayManage(Optional.empty()))
          .as("everybody's, %s", role)
          .isEqualTo(everybodys);
    }
  }
}
