package dev.lastseat.bootstrap.architecture.violation.domain.one;

import dev.lastseat.bootstrap.architecture.violation.application.UseCase;
import dev.lastseat.bootstrap.architecture.violation.domain.two.Other;
import java.time.Instant;
import java.util.UUID;

/** Looks outward, runs in a circle, and asks the world for the time and for chance. */
public class Culprit {
  UseCase useCase = new UseCase();
  Other other = new Other();
  Instant now = Instant.now();
  UUID chance = UUID.randomUUID();
}
