package dev.lastseat.bootstrap.architecture.violation.tickets;

import dev.lastseat.bootstrap.architecture.violation.bootstrap.Wiring;

/** Looks outward. */
class Culprit {
  Wiring wiring = new Wiring();
}
