package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.port.Users;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of users promises. */
public abstract class UsersContract {
  private Users users;

  /** An empty store; called before each test. */
  protected abstract Users open();

  @BeforeEach
  void openUsers() {
    users = open();
  }

  @Test
  void a_user_is_found_by_id_and_by_address_as_they_were_added() {
    User ada = AUser.with("ada", "ada+tag@example.com", Role.ADMIN);

    assertThat(users.add(ada)).isTrue();
    assertThat(users.find(ada.id())).contains(ada);
    assertThat(users.find(ada.email())).contains(ada);
  }

  @Test
  void nobody_else_is_found() {
    users.add(AUser.named("ada"));

    assertThat(users.find(new UserId("bob"))).isEmpty();
    assertThat(users.find(new Email("bob@example.com"))).isEmpty();
  }

  @Test
  void an_address_that_is_taken_adds_nobody() {
    User first = AUser.with("ada", "ada@example.com", Role.USER);
    users.add(first);
    User second = AUser.with("eve", " ADA@Example.com ", Role.ADMIN);

    assertThat(users.add(second)).isFalse();
    assertThat(users.find(first.email())).contains(first);
    assertThat(users.find(second.id())).isEmpty();
    assertThat(users.has(Role.ADMIN)).isFalse();
  }

  @Test
  void a_role_is_had_once_a_user_has_it() {
    assertThat(users.has(Role.USER)).isFalse();
    users.add(AUser.named("ada"));
    assertThat(users.has(Role.USER)).isTrue();
    assertThat(users.has(Role.ADMIN)).isFalse();
    users.add(AUser.admin("root"));
    assertThat(users.has(Role.ADMIN)).isTrue();
  }

  @Test
  void of_two_users_with_one_address_exactly_one_is_added_whenever_they_meet() {
    int rounds = 200;
    List<List<Boolean>> added =
        Race.ofTwo(rounds, (runner, round) -> users.add(user(runner, address(round))));

    for (int round = 0; round < rounds; round++) {
      List<Boolean> answers = added.get(round);
      assertThat(answers).as(address(round)).containsOnlyOnce(true);
      assertThat(users.find(new Email(address(round))))
          .contains(user(answers.indexOf(true), address(round)));
    }
  }

  private static String address(int round) {
    return "same-%d@example.com".formatted(round);
  }

  private static User user(int runner, String address) {
    return AUser.with("user-" + runner + "-" + address.replaceAll("\\W", "-"), address, Role.USER);
  }
}
