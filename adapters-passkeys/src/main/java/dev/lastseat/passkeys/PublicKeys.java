package dev.lastseat.passkeys;

import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.port.CorruptDocument;
import java.util.HexFormat;

/**
 * Public keys as the store keeps them: the authenticator data of the registration (section 6.1),
 * without extensions. It says which kind of key it is, and whether that may be synced to other
 * devices, which never changes.
 */
final class PublicKeys {
  /** So that no count is refused: what does not go on is judged where it is stored. */
  private static final long UNCOUNTED = 0;

  private static final byte WITHOUT_EXTENSIONS = ~AuthenticatorData.BIT_ED;

  private final AuthenticatorDataConverter converter;
  private final CredentialRecord nobodys =
      new CredentialRecordImpl(
          new NoneAttestationStatement(),
          null,
          null,
          null,
          0,
          nobodysKey(),
          null,
          null,
          null,
          null);

  PublicKeys(ObjectConverter objects) {
    this.converter = new AuthenticatorDataConverter(objects);
  }

  Base64Url write(AuthenticatorData<?> made) {
    return Base64Url.of(
        converter.convert(
            new AuthenticatorData<RegistrationExtensionAuthenticatorOutput>(
                made.getRpIdHash(),
                (byte) (made.getFlags() & WITHOUT_EXTENSIONS),
                made.getSignCount(),
                made.getAttestedCredentialData())));
  }

  CredentialRecord read(Passkey passkey) {
    try {
      return record(converter.convert(passkey.publicKey().bytes()));
    } catch (RuntimeException senseless) {
      throw new CorruptDocument("passkey", passkey.id().value(), "publicKey", senseless);
    }
  }

  /**
   * For those who have none, so that finding that out takes as long: with every flag unknown, so
   * that nothing but the signature is wrong with it.
   */
  CredentialRecord nobodys() {
    return nobodys;
  }

  private static CredentialRecord record(
      AuthenticatorData<RegistrationExtensionAuthenticatorOutput> made) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        made.isFlagUV(),
        made.isFlagBE(),
        made.isFlagBS(),
        UNCOUNTED,
        made.getAttestedCredentialData(),
        null,
        null,
        null,
        null);
  }

  /** The base point of P-256 (SEC 2, section 2.4.2). */
  private static AttestedCredentialData nobodysKey() {
    HexFormat hex = HexFormat.of();
    EC2COSEKey key =
        new EC2COSEKey(
            null,
            COSEAlgorithmIdentifier.ES256,
            null,
            Curve.SECP256R1,
            hex.parseHex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
            hex.parseHex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));
    return new AttestedCredentialData(AAGUID.ZERO, new byte[16], key);
  }
}
