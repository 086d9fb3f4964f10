package dev.lastseat.security;

import dev.lastseat.domain.port.security.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;

/** Ed25519 of the JDK. */
record Ed25519Key(KeyPair pair) implements SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final int PUBLIC_BYTES = 32;

  /** In its X.509 form the key itself comes last (RFC 8410, section 4). */
  @Override
  public byte[] publicKey() {
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
  }

  @Override
  public byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }

  @Override
  public boolean verifies(byte[] text, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(pair.getPublic());
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException noSignature) {
      return false;
    }
  }
}
