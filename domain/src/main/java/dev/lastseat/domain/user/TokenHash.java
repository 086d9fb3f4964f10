package dev.lastseat.domain.user;

/** The fingerprint of a refresh token, in lower-case hexadecimal. */
public record TokenHash(String value) {}
