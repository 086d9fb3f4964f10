package dev.lastseat.redis;

import java.util.List;

/** A script, and what it is run with. */
record Command(Script script, List<String> keys, List<String> arguments) {}
