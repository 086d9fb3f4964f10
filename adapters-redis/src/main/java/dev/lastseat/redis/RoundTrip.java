package dev.lastseat.redis;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Commands that go out together and whose replies come back together. A script that Redis does not
 * know, or forgot when it was restarted, is sent whole; that is one more trip, once.
 */
final class RoundTrip {
  private static final CommandObjects OBJECTS = new CommandObjects(RedisProtocol.RESP2);

  private final Connection connection;
  private final EventNews news;

  RoundTrip(Connection connection, EventNews news) {
    this.connection = connection;
    this.news = news;
  }

  /** One reply a command. The news is read first, so that it is never newer than the replies. */
  List<Object> run(List<Command> commands) {
    Pipeline pipeline = new Pipeline(connection);
    Response<String> heard = pipeline.get(news.key());
    List<Response<Object>> sent =
        commands.stream()
            .map(one -> pipeline.evalsha(one.script().sha(), one.keys(), one.arguments()))
            .toList();
    pipeline.sync();
    news.hear(heard.get());
    List<Object> replies = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      replies.add(reply(sent.get(i), commands.get(i)));
    }
    return replies;
  }

  private Object reply(Response<Object> response, Command command) {
    try {
      return response.get();
    } catch (JedisNoScriptException unknown) {
      return connection.executeCommand(
          OBJECTS.eval(command.script().text(), command.keys(), command.arguments()));
    }
  }
}
