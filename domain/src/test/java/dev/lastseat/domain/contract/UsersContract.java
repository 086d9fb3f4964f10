package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.account.Users.RoleChange;
import dev.lastseat.domain.port.store.account.Users.Update;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of users promises. */
public abstract class UsersContract {
  private static final PageRequest FIRST = PageRequest.FIRST;
  private static final Instant NOW = TickingClock.START;

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
    assertThat(users.passwordHash(ada.email())).contains(ada.passwordHash());
  }

  @Test
  void those_of_many_users_are_found_that_there_are() {
    User ada = AUser.named("ada");
    User bob = AUser.named("bob");
    users.add(ada);
    users.add(bob);
    users.add(AUser.named("eve"));

    assertThat(users.findAll(List.of(ada.id(), bob.id(), new UserId("nobody"))))
        .isEqualTo(Map.of(ada.id(), ada, bob.id(), bob));
    assertThat(users.findAll(List.of())).isEmpty();
  }

  @Test
  void nobody_else_is_found() {
    users.add(AUser.named("ada"));

    assertThat(users.find(new UserId("bob"))).isEmpty();
    assertThat(users.find(new Email("bob@example.com"))).isEmpty();
    assertThat(users.passwordHash(new Email("bob@example.com"))).isEmpty();
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
  void users_are_found_by_words_of_their_names_and_addresses() {
    users.add(AUser.with("ada", "ada.lovelace@example.com", Role.USER));
    users.add(AUser.with("bob", "bob@example.org", Role.STAFF));

    assertThat(found("love")).containsExactly("ada");
    assertThat(found("ADA.LOVELACE@example.com")).containsExactly("ada");
    assertThat(found("example org")).containsExactly("bob");
    assertThat(found("example")).containsExactlyInAnyOrder("ada", "bob");
    assertThat(found("example carol")).isEmpty();
  }

  private List<String> found(String text) {
    return found(new UserQuery(Optional.of(SearchWords.of(text)), Optional.empty(), FIRST));
  }

  private List<String> found(UserQuery query) {
    return users.search(query).items().stream().map(user -> user.id().value()).toList();
  }

  @Test
  void users_are_listed_by_role_and_by_pages() {
    for (int i = 0; i < 5; i++) {
      users.add(AUser.with("user" + i, "user%d@example.com".formatted(i), Role.USER));
      users.add(AUser.with("staff" + i, "staff%d@example.com".formatted(i), Role.STAFF));
    }
    var staff = new UserQuery(Optional.empty(), Optional.of(Role.STAFF), FIRST);
    var first = users.search(staff.at(new PageRequest.After(Optional.empty(), 3)));
    var second = users.search(staff.at(new PageRequest.After(first.next(), 3)));

    assertThat(users.search(staff).total()).contains(5L);
    assertThat(Stream.of(first, second).flatMap(page -> page.items().stream()))
        .extracting(user -> user.id().value())
        .containsExactlyInAnyOrder("staff0", "staff1", "staff2", "staff3", "staff4");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void a_user_gets_another_role_and_nobody_else_does() {
    users.add(AUser.named("ada"));
    users.add(AUser.named("bob"));
    User organiser = AUser.named("ada").with(Role.ORGANISER);

    assertThat(users.changeRole(organiser.id(), Role.ORGANISER, NOW))
        .isEqualTo(new RoleChange.Changed(organiser));
    assertThat(users.find(organiser.id())).contains(organiser);
    assertThat(users.find(new UserId("bob"))).contains(AUser.named("bob"));
    assertThat(users.changeRole(new UserId("carol"), Role.STAFF, NOW))
        .isEqualTo(new RoleChange.NoSuchUser());
  }

  @Test
  void the_last_admin_stays_one() {
    User root = AUser.admin("root");
    users.add(root);
    users.add(AUser.named("ada"));

    assertThat(users.changeRole(root.id(), Role.USER, NOW)).isEqualTo(new RoleChange.LastAdmin());
    assertThat(users.changeRole(root.id(), Role.ADMIN, NOW))
        .isEqualTo(new RoleChange.Changed(root));
    users.changeRole(new UserId("ada"), Role.ADMIN, NOW);
    assertThat(users.changeRole(root.id(), Role.USER, NOW))
        .isEqualTo(new RoleChange.Changed(root.with(Role.USER)));
    assertThat(users.changeRole(new UserId("ada"), Role.STAFF, NOW))
        .isEqualTo(new RoleChange.LastAdmin());
  }

  @Test
  void of_two_last_admins_who_lose_the_role_at_once_one_stays() {
    int rounds = 50;
    List<UserId> last = List.of(new UserId("root0"), new UserId("root1"));
    last.forEach(id -> users.add(AUser.admin(id.value())));

    Race.ofTwo(
        rounds,
        (runner, _) -> {
          RoleChange changed = users.changeRole(last.get(runner), Role.USER, NOW);
          assertThat(users.has(Role.ADMIN)).isTrue();
          users.changeRole(last.get(runner), Role.ADMIN, NOW);
          return changed;
        });

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

  @Test
  void a_user_is_changed_as_long_as_it_is_as_it_was_read() {
    User ada = AUser.named("ada");
    users.add(ada);
    User proved = ada.verified(ada.email(), TickingClock.START.plusSeconds(1));
    User renamed = proved.with("Ada L.", Locale.GERMAN);
    User other = renamed.with(new PasswordHash("another")).withReminders(false);

    assertThat(users.update(ada, proved, NOW)).isEqualTo(Update.DONE);
    assertThat(users.update(ada, other, NOW)).isEqualTo(Update.STALE);
    assertThat(users.update(proved, renamed, NOW)).isEqualTo(Update.DONE);
    assertThat(users.update(renamed.withReminders(false), other, NOW)).isEqualTo(Update.STALE);
    assertThat(users.update(renamed, other, NOW)).isEqualTo(Update.DONE);
    assertThat(users.find(ada.id())).contains(other);
    assertThat(
            users
                .search(
                    new UserQuery(Optional.of(SearchWords.of("ada l")), Optional.empty(), FIRST))
                .items())
        .containsExactly(other);
    assertThat(users.update(AUser.named("bob"), AUser.named("bob"), NOW)).isEqualTo(Update.STALE);
  }

  @Test
  void a_change_of_others_leaves_the_role_that_was_given_meanwhile() {
    User ada = AUser.named("ada");
    users.add(ada);
    users.changeRole(ada.id(), Role.STAFF, NOW);

    assertThat(users.update(ada, ada.with("Ada L.", Locale.GERMAN), NOW)).isEqualTo(Update.DONE);
    assertThat(users.find(ada.id()).map(User::role)).contains(Role.STAFF);
  }

  @Test
  void an_address_moves_to_its_user_and_is_free_for_others_then() {
    User ada = AUser.named("ada");
    users.add(ada);
    users.add(AUser.named("bob"));
    Instant at = TickingClock.START;

    assertThat(users.update(ada, ada.verified(new Email("bob@example.com"), at), NOW))
        .isEqualTo(Update.EMAIL_TAKEN);
    User moved = ada.verified(new Email("lovelace@example.com"), at);
    assertThat(users.update(ada, moved, NOW)).isEqualTo(Update.DONE);
    assertThat(users.find(ada.email())).isEmpty();
    assertThat(users.find(moved.email())).contains(moved);
    assertThat(users.add(AUser.with("eve", "ada@example.com", Role.USER))).isTrue();
  }

  @RepeatedTest(5)
  void of_two_changes_of_one_user_at_once_exactly_one_happens() {
    User ada = AUser.named("ada");
    users.add(ada);

    List<Update> updates =
        Race.of(2, i -> users.update(ada, ada.with(new PasswordHash("hash-" + i)), NOW));

    assertThat(updates).containsExactlyInAnyOrder(Update.DONE, Update.STALE);
  }

  @Test
  void a_user_who_is_removed_is_gone_and_an_admin_is_not_removed() {
    User ada = AUser.named("ada");
    users.add(ada);
    users.add(AUser.admin("root"));

    assertThat(users.remove(ada.id(), NOW)).isTrue();
    assertThat(users.remove(ada.id(), NOW)).isFalse();
    assertThat(users.remove(new UserId("root"), NOW)).isFalse();
    assertThat(users.find(ada.id())).isEmpty();
    assertThat(users.find(new UserId("root"))).isPresent();
    assertThat(users.add(AUser.with("ada-again", "ada@example.com", Role.USER))).isTrue();
  }

  private static String address(int round) {
    return "same-%d@example.com".formatted(round);
  }

  private static User user(int runner, String address) {
    return AUser.with("user-" + runner + "-" + address.replaceAll("\\W", "-"), address, Role.USER);
  }
}
