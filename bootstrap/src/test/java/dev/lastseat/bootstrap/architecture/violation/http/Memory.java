package dev.lastseat.bootstrap.architecture.violation.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers between requests what nobody gave it. */
class Memory {
  static final int CONSTANT = 1;
  static final AtomicLong counted = new AtomicLong();
  static final Map<String, String> known = new HashMap<>();
  static int assigned;
}
