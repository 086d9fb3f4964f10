package dev.lastseat.bootstrap.bench;

import java.util.Locale;

/** What is measured, one after the other. */
enum Scenario {
  HOT_EVENT(HotEvent::run);

  /** What it does. */
  private interface Play {
    void on(Stage stage) throws Exception;
  }

  private final Play play;

  Scenario(Play play) {
    this.play = play;
  }

  /** Its name on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void run(Stage stage) throws Exception {
    play.on(stage);
  }
}
