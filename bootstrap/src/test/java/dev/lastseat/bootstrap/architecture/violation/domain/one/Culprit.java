package dev.lastseat.bootstrap.architecture.violation.domain.one;

import dev.lastseat.bootstrap.architecture.violation.application.UseCase;
import dev.lastseat.bootstrap.architecture.violation.domain.two.Other;

/** Looks outward and runs in a circle. */
public class Culprit {
  UseCase useCase = new UseCase();
  Other other = new Other();
}
