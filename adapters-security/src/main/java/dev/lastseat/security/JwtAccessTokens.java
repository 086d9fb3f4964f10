package dev.lastseat.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.session.AccessToken;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * JSON Web Tokens (RFC 7519) signed with HS256, and with nothing else whatever their header says
 * (RFC 8725, 3.1).
 */
final class JwtAccessTokens implements AccessTokens {
  private static final String ISSUER = "lastseat";
  private static final String AUDIENCE = "lastseat-api";
  private static final String TYPE = "access";
  private static final long LEEWAY_SECONDS = 30;
  private static final List<String> REQUIRED = List.of("sub", "role", "sid", "jti", "iat", "exp");

  private final Algorithm algorithm;
  private final JWTVerifier verifier;
  private final VerifiedTokens verified = new VerifiedTokens();
  private final Duration ttl;
  private final Clock clock;
  private final RandomGenerator random;

  JwtAccessTokens(String secret, Duration ttl, Clock clock, RandomGenerator random) {
    this.algorithm = Algorithm.HMAC256(secret.getBytes(StandardCharsets.UTF_8));
    this.ttl = ttl;
    this.clock = clock;
    this.random = random;
    var verification =
        (JWTVerifier.BaseVerification)
            JWT.require(algorithm)
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                .withClaim("typ", TYPE)
                .acceptLeeway(LEEWAY_SECONDS);
    REQUIRED.forEach(name -> verification.withClaim(name, (claim, _) -> !claim.isNull()));
    this.verifier = verification.build(clock);
  }

  @Override
  public AccessToken issue(UserId user, Role role, Credential.Session session) {
    return issue(user, role, session, algorithm);
  }

  /** Signed with a key that nobody has. */
  @Override
  public AccessToken decoy(UserId user, Role role, Credential.Session session) {
    byte[] nobodys = new byte[32];
    random.nextBytes(nobodys);
    return issue(user, role, session, Algorithm.HMAC256(nobodys));
  }

  private AccessToken issue(
      UserId user, Role role, Credential.Session session, Algorithm signature) {
    Instant now = clock.instant();
    Instant expiresAt = now.plus(ttl);
    String token =
        JWT.create()
            .withIssuer(ISSUER)
            .withAudience(AUDIENCE)
            .withClaim("typ", TYPE)
            .withSubject(user.value())
            .withClaim("role", role.word())
            .withClaim("sid", session.id())
            .withJWTId(Identifiers.next(now, random))
            .withIssuedAt(now)
            .withExpiresAt(expiresAt)
            .sign(signature);
    return new AccessToken(token, expiresAt);
  }

  @Override
  public Optional<Principal> verify(String token) {
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
    return verified.find(hash, clock.instant()).or(() -> verifyAnew(token, hash));
  }

  /** The library trips over more than it declares, such as a header that is {@code null}. */
  private Optional<Principal> verifyAnew(String token, ByteBuffer hash) {
    try {
      DecodedJWT decoded = verifier.verify(token);
      Optional<Principal> principal = principal(decoded);
      Instant end = decoded.getExpiresAtAsInstant().plusSeconds(LEEWAY_SECONDS);
      principal.ifPresent(it -> verified.add(hash, it, end));
      return principal;
    } catch (RuntimeException bad) {
      return Optional.empty();
    }
  }

  /** A claim that is there may still be no text, of which nothing can be made, or no role. */
  private static Optional<Principal> principal(DecodedJWT token) {
    UserId user = new UserId(token.getClaim("sub").asString());
    Credential session = new Credential.Session(token.getClaim("sid").asString());
    String word = token.getClaim("role").asString();
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .map(role -> new Principal(user, role, session));
  }
}
