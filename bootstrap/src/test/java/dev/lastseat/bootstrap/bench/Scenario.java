package dev.lastseat.bootstrap.bench;

import java.util.Locale;

/** What is measured, one after the other. */
enum Scenario {
  HOT_EVENT(HotEvent::run),
  FLAT_COST(FlatCost::run),
  OPENING(FreshStart::opening),
  LAST_SEATS(LastSeats::run),
  SOLD_OUT(BesideASale::soldOut),
  LOG_INS(BesideASale::logIns),
  ACCOUNT_TIMES(AccountTimes::run),
  EXPORT(BesideASale::export),
  CHECK_INS(BesideASale::checkIns),
  METRICS(WatchedSale::run),
  WEBHOOKS(ToldReceiver::run),
  FACTS(ManyFacts::run),
  RELAY_LAG(RelayLag::run),
  LISTENERS(Listening::run),
  BROWSE(Browse::run),
  START(FreshStart::start),
  IN_PROCESS(InProcess::run);

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
