package dev.lastseat.graphql;

import graphql.GraphQLContext;
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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Times and amounts, written as the HTTP contract writes them. */
final class Scalars {
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
  private static final int MAX_DECIMALS = 10;
  private static final BigDecimal BOUND = BigDecimal.TEN.pow(15);

  private Scalars() {}

  static GraphQLScalarType dateTime() {
    return scalar(
        "DateTime",
        new Written<>(
            time -> MILLISECONDS.format((Instant) time),
            Scalars::time,
            "must be a time such as 2027-05-01T20:00:00Z"));
  }

  static GraphQLScalarType decimal() {
    return scalar(
        "Decimal",
        new Written<>(
            amount -> amount,
            Scalars::amount,
            "must be a number from 0 to less than %s, of at most %d decimals"
                .formatted(BOUND.toPlainString(), MAX_DECIMALS)));
  }

  private static GraphQLScalarType scalar(String name, Coercing<?, ?> written) {
    return GraphQLScalarType.newScalar().name(name).coercing(written).build();
  }

  /** How values are written and read, as literals and in variables alike. */
  private record Written<T>(
      Function<Object, Object> write, Function<Object, Optional<T>> read, String mustBe)
      implements Coercing<T, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      return write.apply(value);
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
      return read.apply(input).orElseThrow(() -> new CoercingParseValueException(mustBe));
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
      return read.apply(value).orElseThrow(() -> new CoercingParseLiteralException(mustBe));
    }
  }

  /** RFC 3339 has no years of more than four digits, and stores cannot keep them. */
  private static Optional<Instant> time(Object input) {
    try {
      return input instanceof String text
          ? Optional.of(OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC))
              .filter(time -> time.getYear() >= 1 && time.getYear() <= 9_999)
              .map(time -> time.toInstant().truncatedTo(ChronoUnit.MILLIS))
          : Optional.empty();
    } catch (DateTimeException bad) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> amount(Object input) {
    Optional<BigDecimal> number =
        switch (input) {
          case Integer whole -> Optional.of(BigDecimal.valueOf(whole));
          case Long whole -> Optional.of(BigDecimal.valueOf(whole));
          case BigInteger whole -> Optional.of(new BigDecimal(whole));
          case BigDecimal decimal -> Optional.of(decimal);
          default -> Optional.empty();
        };
    return number.filter(Scalars::isAmount).map(BigDecimal::stripTrailingZeros);
  }

  /** The scale first, for a number such as 1e999999999 takes for ever to be written out. */
  private static boolean isAmount(BigDecimal number) {
    return Math.abs((long) number.scale()) <= 100
        && number.precision() <= 100
        && number.signum() >= 0
        && number.compareTo(BOUND) < 0
        && number.stripTrailingZeros().scale() <= MAX_DECIMALS;
  }
}
