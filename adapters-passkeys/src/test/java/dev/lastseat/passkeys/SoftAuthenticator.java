package dev.lastseat.passkeys;

import dev.lastseat.domain.fixture.Authenticator;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony.LogIn;
import dev.lastseat.domain.port.security.PasskeyCeremony.Registration;
import dev.lastseat.domain.user.UserId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * An authenticator without attestation, and its browser, as Web Authentication Level 2 has them:
 * the bytes are put together here, not by the library that reads them.
 */
final class SoftAuthenticator implements Authenticator {
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;
  private static final int AAGUID_BYTES = 16;
  private static final Random random = new Random(7);

  private record Kept(UserId user, KeyPair keys, int signCount) {}

  private final KeyKind kind;
  private final boolean counts;
  private final Map<PasskeyId, Kept> passkeys = new HashMap<>();

  /** One that counts what it signs, or one that does not, as those that are synced. */
  SoftAuthenticator(KeyKind kind, boolean counts) {
    this.kind = kind;
    this.counts = counts;
  }

  @Override
  public Registration register(Request request, UserId user) {
    byte[] id = new byte[32];
    random.nextBytes(id);
    Kept passkey = new Kept(user, kind.generate(), 0);
    passkeys.put(new PasskeyId(Base64Url.of(id).value()), passkey);
    byte[] key = kind.cose(passkey.keys().getPublic());
    byte[] attested =
        ByteBuffer.allocate(AAGUID_BYTES + 2 + id.length + key.length)
            .put(new byte[AAGUID_BYTES])
            .putShort((short) id.length)
            .put(id)
            .put(key)
            .array();
    byte[] authenticatorData = authenticatorData(request, ATTESTED, 0, attested);
    return new Registration(
        clientData(request),
        Base64Url.of(
            new Cbor()
                .map(3)
                .text("fmt")
                .text("none")
                .text("attStmt")
                .map(0)
                .text("authData")
                .bytes(authenticatorData)
                .written()));
  }

  @Override
  public LogIn logIn(Request request, PasskeyId id) {
    Kept passkey = Optional.ofNullable(passkeys.get(id)).orElseThrow();
    int count = counts ? passkey.signCount() + 1 : 0;
    passkeys.put(id, new Kept(passkey.user(), passkey.keys(), count));
    Base64Url clientData = clientData(request);
    byte[] authenticatorData = authenticatorData(request, 0, count, new byte[0]);
    return new LogIn(
        id,
        clientData,
        Base64Url.of(authenticatorData),
        Base64Url.of(sign(passkey.keys(), authenticatorData, sha256(clientData.bytes()))),
        Passkey.handle(passkey.user()));
  }

  private static Base64Url clientData(Request request) {
    return Base64Url.ofText(
        """
        {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false,"other_keys":"come here"}\
        """
            .formatted(request.type(), request.challenge().value(), request.page().origin()));
  }

  private static byte[] authenticatorData(Request request, int flags, int count, byte[] attested) {
    RelyingParty page = request.page();
    return ByteBuffer.allocate(37 + attested.length)
        .put(sha256(page.id().getBytes(StandardCharsets.UTF_8)))
        .put((byte) (flags | (request.touched() ? PRESENT | VERIFIED : 0)))
        .putInt(count)
        .put(attested)
        .array();
  }

  private byte[] sign(KeyPair keys, byte[]... parts) {
    try {
      Signature signature = Signature.getInstance(kind.signature());
      signature.initSign(keys.getPrivate());
      for (byte[] part : parts) {
        signature.update(part);
      }
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** As much of CBOR (RFC 8949) as an authenticator speaks. */
  static final class Cbor {
    private static final int NEGATIVE = 1 << 5;
    private static final int BYTES = 2 << 5;
    private static final int TEXT = 3 << 5;
    private static final int MAP = 5 << 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Cbor map(int pairs) {
      return head(MAP, pairs);
    }

    Cbor number(int number) {
      return number < 0 ? head(NEGATIVE, -1 - number) : head(0, number);
    }

    Cbor text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      head(TEXT, bytes.length).out.writeBytes(bytes);
      return this;
    }

    Cbor bytes(byte[] bytes) {
      head(BYTES, bytes.length).out.writeBytes(bytes);
      return this;
    }

    byte[] written() {
      return out.toByteArray();
    }

    private Cbor head(int type, int value) {
      if (value < 24) {
        out.write(type | value);
      } else if (value < 256) {
        out.write(type | 24);
        out.write(value);
      } else {
        out.write(type | 25);
        out.write(value >> 8);
        out.write(value);
      }
      return this;
    }
  }
}
