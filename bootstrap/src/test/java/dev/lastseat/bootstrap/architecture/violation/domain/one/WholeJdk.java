package dev.lastseat.bootstrap.architecture.violation.domain.one;

import java.net.http.HttpClient;
import java.sql.Connection;

/** Knows of databases and networks, waits, and asks the environment. */
class WholeJdk {
  Class<?> database = Connection.class;
  Class<?> network = HttpClient.class;

  void wait(String name) throws InterruptedException, ClassNotFoundException {
    Thread.sleep(1);
    Class.forName(System.getenv(name));
  }
}
