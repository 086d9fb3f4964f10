package dev.lastseat.redis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Commands that go out together and whose replies come back together. Scripts that Redis does not
 * know, or forgot when it was restarted, are sent whole, and their commands once more: that is one
 * more trip, once. Those commands then come after the others, so none may rely on its place among
 * those of one trip; the others are not sent again, for most must not be done twice.
 */
final class RoundTrip {
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
    List<Response<Object>> sent = send(pipeline, commands);
    news.hear(heard.get());
    Map<Integer, Response<Object>> again = sendAgain(commands, unknown(sent));
    return IntStream.range(0, sent.size())
        .mapToObj(i -> again.getOrDefault(i, sent.get(i)).get())
        .toList();
  }

  private static List<Response<Object>> send(Pipeline pipeline, List<Command> commands) {
    List<Response<Object>> sent =
        commands.stream()
            .map(one -> pipeline.evalsha(one.script().sha(), one.keys(), one.arguments()))
            .toList();
    pipeline.sync();
    return sent;
  }

  /** Which commands did not find their script. */
  private static List<Integer> unknown(List<Response<Object>> sent) {
    return IntStream.range(0, sent.size()).filter(i -> isUnknown(sent.get(i))).boxed().toList();
  }

  private static boolean isUnknown(Response<Object> response) {
    try {
      response.get();
      return false;
    } catch (JedisNoScriptException unknown) {
      return true;
    } catch (JedisDataException other) {
      return false;
    }
  }

  /** The new replies, by the index of their command. */
  private Map<Integer, Response<Object>> sendAgain(List<Command> commands, List<Integer> which) {
    if (which.isEmpty()) {
      return Map.of();
    }
    List<Command> some = which.stream().map(commands::get).toList();
    Pipeline pipeline = new Pipeline(connection);
    some.stream().map(Command::script).distinct().forEach(it -> load(pipeline, it));
    List<Response<Object>> sent = send(pipeline, some);
    Map<Integer, Response<Object>> again = new HashMap<>();
    for (int i = 0; i < which.size(); i++) {
      again.put(which.get(i), sent.get(i));
    }
    return again;
  }

  private static void load(Pipeline pipeline, Script script) {
    pipeline.sendCommand(Protocol.Command.SCRIPT, "LOAD", script.text());
  }
}
