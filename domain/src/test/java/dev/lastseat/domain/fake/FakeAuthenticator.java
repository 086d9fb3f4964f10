package dev.lastseat.domain.fake;

import dev.lastseat.domain.fixture.Authenticator;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.security.PasskeyCeremony.LogIn;
import dev.lastseat.domain.port.security.PasskeyCeremony.Registration;
import dev.lastseat.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Speaks in lines of text, which {@link FakePasskeyCeremony} understands. */
public final class FakeAuthenticator implements Authenticator {
  private record Kept(UserId user, String key, long signCount) {}

  private final String name;
  private final Map<PasskeyId, Kept> passkeys = new HashMap<>();

  /** Its keys are made of its name. */
  public FakeAuthenticator(String name) {
    this.name = name;
  }

  @Override
  public Registration register(Request request, UserId user) {
    PasskeyId id = new PasskeyId(Base64Url.ofText(name + passkeys.size()).value());
    Kept passkey = new Kept(user, Sha256.hex("key of " + id), 0);
    passkeys.put(id, passkey);
    return new Registration(
        clientData(request),
        Base64Url.ofText(
            String.join(
                "\n",
                request.page().id(),
                String.valueOf(request.touched()),
                "0",
                id.value(),
                passkey.key())));
  }

  @Override
  public LogIn logIn(Request request, PasskeyId passkey) {
    Kept kept =
        Optional.ofNullable(
                passkeys.computeIfPresent(
                    passkey, (_, it) -> new Kept(it.user(), it.key(), it.signCount() + 1)))
            .orElseThrow();
    Base64Url clientData = clientData(request);
    Base64Url authenticatorData =
        Base64Url.ofText(
            String.join(
                "\n",
                request.page().id(),
                String.valueOf(request.touched()),
                String.valueOf(kept.signCount())));
    return new LogIn(
        passkey,
        clientData,
        authenticatorData,
        signature(Base64Url.ofText(kept.key()), clientData, authenticatorData),
        Passkey.handle(kept.user()));
  }

  private static Base64Url clientData(Request request) {
    return Base64Url.ofText(
        String.join("\n", request.type(), request.challenge().value(), request.page().origin()));
  }

  static Base64Url signature(Base64Url key, Base64Url clientData, Base64Url authenticatorData) {
    return Base64Url.ofText(
        Sha256.hex(key.value() + "." + clientData.value() + "." + authenticatorData.value()));
  }

  static String[] lines(Base64Url text) {
    return new String(text.bytes(), StandardCharsets.UTF_8).split("\n", -1);
  }
}
