package dev.lastseat.bootstrap.architecture.violation.mongo;

import java.util.List;
import org.bson.Document;

/** A factory that shows what its module is to hide. */
public class MongoAdapters {
  public List<Document> documents() {
    return List.of();
  }
}
