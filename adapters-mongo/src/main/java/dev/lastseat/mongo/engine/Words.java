package dev.lastseat.mongo.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import dev.lastseat.domain.shared.SearchWords;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** Words that documents are found by, in an array of theirs that has an index. */
public final class Words {
  public static final String FIELD = "words";

  private Words() {}

  /**
   * What has all that is searched for. Words are letters and digits, so that nothing in them is an
   * operator of the expression.
   */
  public static Bson match(SearchWords words) {
    return and(
        Stream.concat(
                words.whole().stream().map(word -> eq(FIELD, word)),
                words.beginning().map(it -> regex(FIELD, "^" + it)).stream())
            .toList());
  }
}
