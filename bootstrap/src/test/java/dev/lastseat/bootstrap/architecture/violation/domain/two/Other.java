package dev.lastseat.bootstrap.architecture.violation.domain.two;

import dev.lastseat.bootstrap.architecture.violation.domain.one.Culprit;

/** The other half of the circle. */
public class Other {
  Class<?> back = Culprit.class;
}
