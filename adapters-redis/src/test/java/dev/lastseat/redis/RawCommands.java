package dev.lastseat.redis;

import java.net.URI;
import java.util.stream.Stream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisURIHelper;

/** What an operator types into redis-cli. */
final class RawCommands {
  private RawCommands() {}

  static void run(String uri, String name, String... arguments) {
    CommandArguments command = new CommandArguments(Protocol.Command.valueOf(name));
    Stream.of(arguments).forEach(command::add);
    try (Connection connection = new Connection(JedisURIHelper.getHostAndPort(URI.create(uri)))) {
      connection.executeCommand(command);
    }
  }
}
