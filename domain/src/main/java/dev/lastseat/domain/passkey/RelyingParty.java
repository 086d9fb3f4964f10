package dev.lastseat.domain.passkey;

/**
 * Whom passkeys are for, as browsers know it.
 *
 * @param id the host of the shop, such as {@code shop.example.com}; a passkey is good nowhere else
 * @param origin of the only pages that may ask for one, such as {@code https://shop.example.com}
 */
public record RelyingParty(String id, String origin) {}
