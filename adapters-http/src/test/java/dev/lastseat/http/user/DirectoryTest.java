package dev.lastseat.http.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The accounts of everybody, as admins see and change them. */
class DirectoryTest extends ServerTest {
  private String admin = "";
  private String anna = "";

  @BeforeEach
  void open() {
    admin = admin();
    anna = token("anna");
  }

  @Test
  void users_are_found_by_name_address_and_role() {
    token("bob");

    assertThat(ids("?search=ann")).isEqualTo("[\"anna\"]");
    assertThat(ids("?search=bob%40example.com")).isEqualTo("[\"bob\"]");
    assertThat(ids("?role=admin")).isEqualTo("[\"admin\"]");
    assertThat(ids("?search=anna&role=admin")).isEqualTo("[]");
    assertThat(api("/users?limit=2").as(admin).get().is(200).json().at("/meta/total").asInt())
        .isEqualTo(3);
  }

  private String ids(String query) {
    return api("/users" + query).as(admin).get().is(200).json().findValuesAsText("id").stream()
        .map(id -> '"' + id + '"')
        .toList()
        .toString();
  }

  @Test
  void what_is_wrong_in_a_search_is_named() {
    api("/users?role=king&search=%2D").as(admin).get().isError(Code.VALIDATION_ERROR);
    assertThat(api("/users?role=king&search=%2D").as(admin).get().fields())
        .containsExactlyInAnyOrder("role", "search");
  }

  @Test
  void a_user_is_shown() {
    assertThat(api("/users/anna").as(admin).get().is(200).text("/email"))
        .isEqualTo("anna@example.com");
    api("/users/nobody").as(admin).get().isError(Code.NOT_FOUND);
    api("/users/%20").as(admin).get().isError(Code.NOT_FOUND);
  }

  @Test
  void a_role_that_is_changed_counts_at_once() {
    String bob = "{'email':'bob@example.com','password':'a long password'";
    Reply registered = api("/auth/register").send("POST", bob + ",'name':'Bob'}").is(201);
    String before = registered.text("/accessToken");
    String id = registered.text("/user/id");
    api("/auth/me").as(before).get().is(200);

    assertThat(change(id, "{'role':'admin'}").is(200).text("/role")).isEqualTo("admin");

    api("/auth/me").as(before).get().isError(Code.AUTHENTICATION_ERROR);
    String after = api("/auth/login").send("POST", bob + "}").is(200).text("/accessToken");
    api("/users").as(after).get().is(200);
  }

  @Test
  void the_last_admin_stays_one() {
    change("admin", "{'role':'user'}").isError(Code.CONFLICT);
    change("anna", "{'role':'admin'}").is(200);
    change("admin", "{'role':'organiser'}").is(200);
  }

  @Test
  void what_is_no_role_is_refused() {
    assertThat(change("anna", "{'role':'king'}").isError(Code.VALIDATION_ERROR).fields())
        .containsExactly("role");
    assertThat(change("anna", "{}").isError(Code.VALIDATION_ERROR).fields())
        .containsExactly("role");
    change("nobody", "{'role':'staff'}").isError(Code.NOT_FOUND);
  }

  private Reply change(String user, String json) {
    return api("/users/" + user).as(admin).send("PATCH", json);
  }

  @Test
  void nobody_but_admins_sees_who_there_is() {
    for (String path : new String[] {"/users", "/users/anna"}) {
      api(path).as(anna).get().isError(Code.AUTHORIZATION_ERROR);
      api(path).get().isError(Code.AUTHENTICATION_ERROR);
    }
    api("/users/anna").as(anna).send("PATCH", "{'role':'admin'}").isError(Code.AUTHORIZATION_ERROR);
  }
}
