package dev.lastseat.passkeys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;

/** The kinds of keys that authenticators make, and how each is written in COSE (RFC 9053). */
enum KeyKind {
  ES256("EC", new ECGenParameterSpec("secp256r1"), "SHA256withECDSA") {
    @Override
    byte[] cose(PublicKey key) {
      var point = ((ECPublicKey) key).getW();
      return new SoftAuthenticator.Cbor()
          .map(5)
          .number(1)
          .number(2)
          .number(3)
          .number(-7)
          .number(-1)
          .number(1)
          .number(-2)
          .bytes(fixed(point.getAffineX(), 32))
          .number(-3)
          .bytes(fixed(point.getAffineY(), 32))
          .written();
    }
  },
  ED_DSA("Ed25519", NamedParameterSpec.ED25519, "Ed25519") {
    @Override
    byte[] cose(PublicKey key) {
      byte[] encoded = key.getEncoded();
      return new SoftAuthenticator.Cbor()
          .map(4)
          .number(1)
          .number(1)
          .number(3)
          .number(-8)
          .number(-1)
          .number(6)
          .number(-2)
          .bytes(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
          .written();
    }
  },
  RS256("RSA", new RSAKeyGenParameterSpec(2_048, RSAKeyGenParameterSpec.F4), "SHA256withRSA") {
    @Override
    byte[] cose(PublicKey key) {
      return rsa(key, -257);
    }
  },
  /** SHA-1, which nobody asks for. */
  RS1("RSA", new RSAKeyGenParameterSpec(2_048, RSAKeyGenParameterSpec.F4), "SHA1withRSA") {
    @Override
    byte[] cose(PublicKey key) {
      return rsa(key, -65_535);
    }
  };

  private final String generator;
  private final AlgorithmParameterSpec spec;
  private final String signature;

  KeyKind(String generator, AlgorithmParameterSpec spec, String signature) {
    this.generator = generator;
    this.spec = spec;
    this.signature = signature;
  }

  abstract byte[] cose(PublicKey key);

  String signature() {
    return signature;
  }

  KeyPair generate() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance(generator);
      keys.initialize(spec);
      return keys.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static byte[] rsa(PublicKey key, int algorithm) {
    RSAPublicKey rsa = (RSAPublicKey) key;
    return new SoftAuthenticator.Cbor()
        .map(4)
        .number(1)
        .number(3)
        .number(3)
        .number(algorithm)
        .number(-1)
        .bytes(fixed(rsa.getModulus(), 256))
        .number(-2)
        .bytes(fixed(rsa.getPublicExponent(), 3))
        .written();
  }

  private static byte[] fixed(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[length];
    int common = Math.min(length, bytes.length);
    System.arraycopy(bytes, bytes.length - common, fixed, length - common, common);
    return fixed;
  }
}
