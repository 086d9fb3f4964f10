package dev.lastseat.bootstrap.architecture.violation.bootstrap;

import org.assertj.core.api.Assertions;

/** Uses a library that is in no row of the table. */
class Culprit {
  Class<?> library = Assertions.class;
}
