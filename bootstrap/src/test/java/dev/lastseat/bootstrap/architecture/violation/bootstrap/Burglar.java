package dev.lastseat.bootstrap.architecture.violation.bootstrap;

import dev.lastseat.bootstrap.architecture.violation.mongo.Inside;

/** Enters a module by the window. */
class Burglar {
  Inside inside = new Inside();
}
