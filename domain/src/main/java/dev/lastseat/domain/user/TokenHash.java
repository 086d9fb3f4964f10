package dev.lastseat.domain.user;

/** The fingerprint of a random secret, such as a refresh token, in lower-case hexadecimal. */
public record TokenHash(String value) {}
