package dev.lastseat.bootstrap.e2e;

import java.nio.file.Path;

/** One of three, on MongoDB and Redis. */
class ThreeInstancesCrashTest extends CrashContract {
  @Override
  Fleet fleet(Path folder) {
    return new Fleet(3, SharedEngines.settings(), folder);
  }

  /** Each of them twice. */
  @Override
  int kills() {
    return 6;
  }

  /** MongoDB was not touched, and the others have gone on with it. */
  @Override
  void assertSound(Path folder) {}
}
