package dev.lastseat.mongo.engine;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import dev.lastseat.domain.port.StoreUnavailable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the failures of the driver and the server mean. */
public final class Failures {
  /** WriteConflict: somebody else was at the same document or index entry. */
  private static final int WRITE_CONFLICT = 112;

  /** MongoDB says {@code index: NAME dup key}, FerretDB {@code Index 'NAME'}. */
  private static final Pattern INDEX = Pattern.compile("[Ii]ndex:? '?(\\w+)");

  private Failures() {}

  public static StoreUnavailable unavailable(MongoException failure) {
    return new StoreUnavailable("mongodb: " + failure.getMessage(), failure);
  }

  static boolean isContention(MongoException failure) {
    return isContention(failure.getCode(), String.valueOf(failure.getMessage()));
  }

  public static boolean isContention(BulkWriteError error) {
    return isContention(error.getCode(), error.getMessage());
  }

  /**
   * Whether each document that is not stored was refused by itself. Where documents are stored but
   * not durable yet, or for any other failure, the answer says nothing about any of them.
   */
  public static boolean areRefusals(MongoBulkWriteException failure) {
    return failure.getWriteConcernError() == null
        && !failure.getWriteErrors().isEmpty()
        && failure.getWriteErrors().stream()
            .allMatch(it -> isDuplicate(it.getCode()) || isContention(it));
  }

  private static boolean isContention(int code, String message) {
    return code == WRITE_CONFLICT || message.toLowerCase(Locale.ROOT).contains("deadlock detected");
  }

  public static boolean isDuplicate(MongoException failure) {
    return isDuplicate(failure.getCode());
  }

  public static boolean isDuplicate(int code) {
    return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
  }

  /** Refused by the very document, which an earlier command stored; a majority may not have it. */
  public static boolean isOfItself(BulkWriteError error) {
    return isDuplicate(error.getCode()) && index(error.getMessage()).equals("_id_");
  }

  /** The name of the unique index that a duplicate was refused by; empty where it is not told. */
  public static String index(String message) {
    Matcher matcher = INDEX.matcher(message);
    return matcher.find() ? matcher.group(1) : "";
  }
}
