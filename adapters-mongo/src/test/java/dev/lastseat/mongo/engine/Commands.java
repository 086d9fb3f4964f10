package dev.lastseat.mongo.engine;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;

/** Remembers the commands that a client sent. */
public final class Commands implements CommandListener {
  private final List<BsonDocument> sent = new CopyOnWriteArrayList<>();

  @Override
  public void commandStarted(CommandStartedEvent event) {
    // The command itself is a view of a buffer that is used again.
    sent.add(BsonDocument.parse(event.getCommand().toJson()));
  }

  public void forget() {
    sent.clear();
  }

  public List<BsonDocument> sent() {
    return sent;
  }

  public List<String> names() {
    return sent.stream().map(BsonDocument::getFirstKey).toList();
  }
}
