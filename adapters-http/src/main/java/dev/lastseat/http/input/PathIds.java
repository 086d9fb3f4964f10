package dev.lastseat.http.input;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.util.function.Function;

/** Identifiers in paths. One that cannot be an identifier names nothing, so it is not found. */
public final class PathIds {
  private PathIds() {}

  public static <T> T of(Context context, String what, Function<String, T> make) {
    try {
      return make.apply(context.pathParam("id"));
    } catch (InvalidValue nothing) {
      throw Problem.notFound(what);
    }
  }
}
