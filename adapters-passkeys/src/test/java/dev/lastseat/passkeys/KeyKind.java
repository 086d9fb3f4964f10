package dev.lastseat.passkeys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/** The kinds of keys that authenticators make, and how each is written in COSE (RFC 9053). */
enum KeyKind {
  ES256("EC", "SHA256withECDSA"),
  ED_DSA("Ed25519", "Ed25519"),
  RS256("RSA", "SHA256withRSA"),
  /** SHA-1, which nobody asks for. */
  RS1("RSA", "SHA1withRSA");

  private final String generator;
  private final String signature;

  KeyKind(String generator, String signature) {
    this.generator = generator;
    this.signature = signature;
  }

  String signature() {
    return signature;
  }

  KeyPair generate() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance(generator);
      switch (this) {
        case ES256 -> keys.initialize(new ECGenParameterSpec("secp256r1"));
        case ED_DSA -> {}
        case RS256, RS1 -> keys.initialize(2_048);
      }
      return keys.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  byte[] cose(PublicKey key) {
    return switch (this) {
      case ES256 -> ec((ECPublicKey) key);
      case ED_DSA -> ed(key.getEncoded());
      case RS256 -> rsa((RSAPublicKey) key, -257);
      case RS1 -> rsa((RSAPublicKey) key, -65_535);
    };
  }

  private static byte[] ec(ECPublicKey key) {
    return head(5, 2, -7)
        .number(-1)
        .number(1)
        .number(-2)
        .bytes(fixed(key.getW().getAffineX(), 32))
        .number(-3)
        .bytes(fixed(key.getW().getAffineY(), 32))
        .written();
  }

  private static byte[] ed(byte[] encoded) {
    return head(4, 1, -8)
        .number(-1)
        .number(6)
        .number(-2)
        .bytes(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
        .written();
  }

  private static byte[] rsa(RSAPublicKey key, int algorithm) {
    return head(4, 3, algorithm)
        .number(-1)
        .bytes(fixed(key.getModulus(), 256))
        .number(-2)
        .bytes(fixed(key.getPublicExponent(), 3))
        .written();
  }

  private static SoftAuthenticator.Cbor head(int pairs, int type, int algorithm) {
    return new SoftAuthenticator.Cbor()
        .map(pairs)
        .number(1)
        .number(type)
        .number(3)
        .number(algorithm);
  }

  /** So many bytes, whatever the sign and the zeros before it. */
  private static byte[] fixed(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[length];
    int common = Math.min(length, bytes.length);
    System.arraycopy(bytes, bytes.length - common, fixed, length - common, common);
    return fixed;
  }
}
