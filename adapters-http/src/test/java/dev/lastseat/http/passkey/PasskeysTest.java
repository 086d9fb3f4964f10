package dev.lastseat.http.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.domain.fake.FakeAuthenticator;
import dev.lastseat.domain.fixture.Authenticator;
import dev.lastseat.domain.fixture.Authenticator.Request;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony.LogIn;
import dev.lastseat.domain.port.security.PasskeyCeremony.Registration;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.Contract;
import dev.lastseat.http.House;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passkeys, with an authenticator that {@link House#SHOP} understands. */
class PasskeysTest extends ServerTest {
  private static final String PASSWORD = "{'password':'a long password'}";
  private static final RelyingParty EVIL =
      new RelyingParty(House.SHOP.id(), "https://evil.example");

  private final Authenticator phone = new FakeAuthenticator("phone ");
  private final Contract contract = new Contract();
  private String anna = "";
  private UserId annasId = new UserId("unknown");

  @BeforeEach
  void register() {
    Reply registered = register("anna");
    anna = registered.text("/accessToken");
    annasId = new UserId(registered.text("/user/id"));
  }

  @Test
  void the_options_say_what_a_browser_is_to_ask_the_authenticator_for() {
    JsonNode options = beginning(anna).is(200).data();

    assertThat(options.at("/rp/id").asText()).isEqualTo("shop.example");
    assertThat(options.at("/user/name").asText()).isEqualTo("anna@example.com");
    assertThat(options.at("/user/id").asText()).isEqualTo(Passkey.handle(annasId).value());
    assertThat(options.at("/challenge").asText()).hasSize(43);
    assertThat(options.at("/pubKeyCredParams").findValuesAsText("alg"))
        .containsExactly("-7", "-8", "-257");
    assertThat(options.at("/timeout").asLong()).isEqualTo(PasskeyChallenge.TTL.toMillis());
    assertThat(options.at("/authenticatorSelection/residentKey").asText()).isEqualTo("required");
    assertThat(options.at("/authenticatorSelection/userVerification").asText())
        .isEqualTo("preferred");
    assertThat(options.at("/attestation").asText()).isEqualTo("none");
    assertThat(options.at("/excludeCredentials")).isEmpty();
  }

  @Test
  void a_passkey_is_added_listed_used_renamed_and_removed() {
    Reply added = keeps("post /auth/passkeys", add(anna, answer(anna, annasId)).is(201));
    String id = added.text("/id");
    assertThat(added.text("/name")).isEqualTo("my phone");
    assertThat(added.data().has("lastUsedAt")).isFalse();
    assertThat(beginning(anna).data().at("/excludeCredentials/0/id").asText()).isEqualTo(id);

    house.clock.advance(PasskeyChallenge.TTL);
    Reply loggedIn = keeps("post /auth/passkey-login", logIn(answer(id)).is(200));
    assertThat(loggedIn.text("/user/email")).isEqualTo("anna@example.com");
    api("/auth/me").as(loggedIn.text("/accessToken")).get().is(200);
    api("/auth/refresh")
        .send("POST", "{'refreshToken':'" + loggedIn.text("/refreshToken") + "'}")
        .is(200);

    Reply list = keeps("get /auth/passkeys", api("/auth/passkeys").as(anna).get().is(200));
    assertThat(list.data()).hasSize(1);
    assertThat(list.text("/0/lastUsedAt")).isEqualTo("2026-06-01T12:05:00.000Z");

    keeps(
        "patch /auth/passkeys/{id}",
        api("/auth/passkeys/" + id).as(anna).send("PATCH", "{'name':'old phone'}").is(200));
    assertThat(api("/auth/passkeys").as(anna).get().text("/0/name")).isEqualTo("old phone");

    LogIn late = answer(id);
    api("/auth/passkeys/" + id).as(anna).send("DELETE").is(204);
    logIn(late).isError(Code.AUTHENTICATION_ERROR);
    assertThat(api("/auth/passkeys").as(anna).get().data()).isEmpty();
  }

  @Test
  void what_browsers_are_told_is_in_the_contract() {
    keeps("post /auth/passkeys/options", beginning(anna));
    add(anna, answer(anna, annasId));
    keeps("post /auth/passkeys/options", beginning(anna));
    keeps("post /auth/passkey-login/options", beginningOfLogIn());
  }

  @Test
  void a_wrong_password_begins_nothing_and_counts_as_a_guess() {
    for (int i = 0; i < 100; i++) {
      Reply reply = api("/auth/passkeys/options").as(anna).send("POST", "{'password':'a guess'}");
      assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).containsExactly("password");
    }
    beginning(anna).isError(Code.RATE_LIMIT_EXCEEDED);
  }

  @Test
  void a_registration_that_is_not_to_be_believed_names_the_credential() {
    Registration good = answer(anna, annasId);
    String bob = register("bob").text("/accessToken");
    refused(add(bob, good));
    refused(add(anna, phone.register(Request.create(challenge(beginning(anna)), EVIL), annasId)));
    refused(
        add(anna, phone.register(Request.create(Base64Url.ofText("mine"), House.SHOP), annasId)));

    add(anna, good).is(201);
    refused(add(anna, good));
    Registration late = answer(anna, annasId);
    house.clock.advance(PasskeyChallenge.TTL);
    refused(add(anna, late));
  }

  @Test
  void an_id_that_is_taken_is_a_conflict() {
    add(anna, answer(anna, annasId)).is(201);
    Registration same =
        new FakeAuthenticator("phone ")
            .register(Request.create(challenge(beginning(anna)), House.SHOP), annasId);

    keeps("post /auth/passkeys", add(anna, same).isError(Code.CONFLICT));
  }

  @Test
  void all_that_proves_nobody_is_answered_alike() {
    String id = add(anna, answer(anna, annasId)).text("/id");
    PasskeyId passkey = new PasskeyId(id);
    LogIn used = answer(id);
    logIn(used).is(200);
    LogIn good = answer(id);
    LogIn signedElsewhere = phone.logIn(Request.get(challenge(beginningOfLogIn()), EVIL), passkey);
    LogIn ownChallenge = phone.logIn(Request.get(Base64Url.ofText("mine"), House.SHOP), passkey);
    LogIn unknown = with(good, Base64Url.ofText("unknown").value(), good.signature());
    LogIn forged = with(good, id, Base64Url.ofText("forged"));

    String first = "";
    for (LogIn bad : List.of(used, signedElsewhere, ownChallenge, unknown, forged)) {
      Reply reply = logIn(bad).isError(Code.AUTHENTICATION_ERROR);
      keeps("post /auth/passkey-login", reply);
      first = first.isEmpty() ? reply.json().toString() : first;
      assertThat(reply.json().toString()).isEqualTo(first);
    }
    logIn(good).is(200);
  }

  @Test
  void the_passkeys_of_others_are_not_there() {
    String id = add(anna, answer(anna, annasId)).text("/id");
    String bob = register("bob").text("/accessToken");

    api("/auth/passkeys/" + id).as(bob).send("PATCH", "{'name':'x'}").isError(Code.NOT_FOUND);
    api("/auth/passkeys/" + id).as(bob).send("DELETE").isError(Code.NOT_FOUND);
    api("/auth/passkeys/a").as(bob).send("DELETE").isError(Code.NOT_FOUND);
    assertThat(api("/auth/passkeys").as(bob).get().data()).isEmpty();
    assertThat(api("/auth/passkeys").as(anna).get().data()).hasSize(1);
  }

  @Test
  void an_account_that_is_erased_takes_its_passkeys_along() {
    String id = add(anna, answer(anna, annasId)).text("/id");
    LogIn late = answer(id);

    api("/auth/me").as(anna).send("DELETE", PASSWORD).is(204);

    assertThat(house.passkeys.of(annasId)).isEmpty();
    logIn(late).isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void what_is_wrong_with_an_answer_is_named_by_its_path() {
    String response = "{'clientDataJSON':'a+b','authenticatorData':7,'userHandle':'YQ'}";
    Reply reply =
        api("/auth/passkey-login")
            .send("POST", "{'credential':{'id':'','rawId':1,'response':" + response + "},'x':1}");

    assertThat(reply.isError(Code.VALIDATION_ERROR).fields())
        .containsExactly(
            "credential.id",
            "credential.response.authenticatorData",
            "credential.response.clientDataJSON",
            "credential.response.signature",
            "x");
    assertThat(api("/auth/passkeys").as(anna).send("POST", "{}").fields())
        .contains("name", "credential", "credential.response.attestationObject");
    assertThat(api("/auth/passkeys").as(anna).send("POST", "{'name':'A','credential':[]}").fields())
        .contains("credential");
  }

  @Test
  void failed_log_ins_by_passkey_count_as_failed_log_ins() {
    String id = add(anna, answer(anna, annasId)).text("/id");
    LogIn forged = with(answer(id), id, Base64Url.ofText("forged"));
    for (int i = 0; i < 100; i++) {
      logIn(forged).isError(Code.AUTHENTICATION_ERROR);
    }

    logIn(forged).isError(Code.RATE_LIMIT_EXCEEDED);
  }

  @Test
  void nobody_looks_after_passkeys_without_a_token() {
    api("/auth/passkeys").get().isError(Code.AUTHENTICATION_ERROR);
    api("/auth/passkeys/options").send("POST", PASSWORD).isError(Code.AUTHENTICATION_ERROR);
  }

  private Reply register(String user) {
    return api("/auth/register")
        .send(
            "POST",
            "{'email':'%s@example.com','password':'a long password','name':'A'}".formatted(user))
        .is(201);
  }

  private Reply beginning(String token) {
    return api("/auth/passkeys/options").as(token).send("POST", PASSWORD);
  }

  private Reply beginningOfLogIn() {
    return api("/auth/passkey-login/options").send("POST").is(200);
  }

  private static Base64Url challenge(Reply options) {
    return new Base64Url(options.text("/challenge"));
  }

  private Registration answer(String token, UserId user) {
    return phone.register(Request.create(challenge(beginning(token)), House.SHOP), user);
  }

  private LogIn answer(String id) {
    return phone.logIn(Request.get(challenge(beginningOfLogIn()), House.SHOP), new PasskeyId(id));
  }

  /** As a browser writes it, with what nobody reads. */
  private Reply add(String token, Registration answer) {
    return api("/auth/passkeys")
        .as(token)
        .send(
            "POST",
            """
            {'name':'my phone','credential':{'id':'x','type':'public-key','clientExtensionResults':{},
            'response':{'clientDataJSON':'%s','attestationObject':'%s','transports':['usb']}}}
            """
                .formatted(answer.clientData().value(), answer.attestation().value()));
  }

  private Reply logIn(LogIn answer) {
    return api("/auth/passkey-login")
        .send(
            "POST",
            """
            {'credential':{'id':'%s','authenticatorAttachment':'platform','response':{
            'clientDataJSON':'%s','authenticatorData':'%s','signature':'%s','userHandle':'%s'}}}
            """
                .formatted(
                    answer.id().value(),
                    answer.clientData().value(),
                    answer.authenticatorData().value(),
                    answer.signature().value(),
                    answer.userHandle().value()));
  }

  private static LogIn with(LogIn answer, String id, Base64Url signature) {
    return new LogIn(
        new PasskeyId(id),
        answer.clientData(),
        answer.authenticatorData(),
        signature,
        answer.userHandle());
  }

  private static void refused(Reply reply) {
    assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).containsExactly("credential");
  }

  /** The answer is what the contract says of it. */
  private Reply keeps(String operation, Reply reply) {
    String[] words = operation.split(" ", -1);
    assertThat(contract.errors(words[0], words[1], reply)).as(operation).isEmpty();
    return reply;
  }
}
