package dev.lastseat.graphql;

import dev.lastseat.application.api.Amounts;
import dev.lastseat.application.api.Times;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** Times and amounts, written as the HTTP contract writes them. */
final class Scalars {
  private Scalars() {}

  static GraphQLScalarType dateTime() {
    return scalar(
        "DateTime", new Written<>(it -> Times.text((Instant) it), Scalars::time, Times.EXPECTED));
  }

  static GraphQLScalarType decimal() {
    return scalar("Decimal", new Written<>(it -> it, Scalars::amount, Amounts.EXPECTED));
  }

  private static GraphQLScalarType scalar(String name, Coercing<?, ?> written) {
    return GraphQLScalarType.newScalar().name(name).coercing(written).build();
  }

  /** How values are written and read, as literals and in variables alike. */
  private record Written<T>(
      Function<Object, Object> write, Function<Object, T> read, String expected)
      implements Coercing<T, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      return write.apply(value);
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
      return read(input, CoercingParseValueException::new);
    }

    @Override
    public T parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      Object value =
          switch (input) {
            case StringValue text -> Objects.toString(text.getValue());
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            default -> input;
          };
      return read(value, CoercingParseLiteralException::new);
    }

    private T read(Object input, Function<String, GraphQLException> otherwise) {
      try {
        return read.apply(input);
      } catch (IllegalArgumentException | DateTimeException bad) {
        throw otherwise.apply("must be " + expected);
      }
    }
  }

  private static Instant time(Object input) {
    if (input instanceof String text) {
      return Times.parse(text);
    }
    throw new IllegalArgumentException("no text");
  }

  private static BigDecimal amount(Object input) {
    return switch (input) {
      case BigDecimal number -> Amounts.require(number);
      case BigInteger number -> Amounts.require(new BigDecimal(number));
      case Integer number -> Amounts.require(BigDecimal.valueOf(number));
      case Long number -> Amounts.require(BigDecimal.valueOf(number));
      default -> throw new IllegalArgumentException("no number");
    };
  }
}
