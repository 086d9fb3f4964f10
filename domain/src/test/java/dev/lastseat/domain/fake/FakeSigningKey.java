package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.security.SigningKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Signs with a hash of its key and the text, so anybody could. */
public final class FakeSigningKey implements SigningKey {
  private final byte[] publicKey;

  public FakeSigningKey(String secret) {
    this.publicKey = Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] sign(byte[] text) {
    byte[] keyed =
        ByteBuffer.allocate(publicKey.length + text.length).put(publicKey).put(text).array();
    byte[] hash = Sha256.of(keyed);
    return ByteBuffer.allocate(2 * hash.length).put(hash).put(hash).array();
  }

  @Override
  public boolean verifies(byte[] text, byte[] signature) {
    return Arrays.equals(sign(text), signature);
  }
}
