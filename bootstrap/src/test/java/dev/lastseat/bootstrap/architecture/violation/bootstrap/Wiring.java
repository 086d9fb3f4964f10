package dev.lastseat.bootstrap.architecture.violation.bootstrap;

import dev.lastseat.bootstrap.architecture.violation.application.UseCase;

/** What nobody may know; together with those who do it closes a circle. */
public class Wiring {
  UseCase useCase = new UseCase();
}
