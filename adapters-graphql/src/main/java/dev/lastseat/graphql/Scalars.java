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

/** Times and amounts, written as the HTTP contract writes them. */
final class Scalars {
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
  private static final int MAX_DECIMALS = 10;
  private static final BigDecimal BOUND = BigDecimal.TEN.pow(15);

  private Scalars() {}

  static GraphQLScalarType dateTime() {
    return GraphQLScalarType.newScalar().name("DateTime").coercing(new DateTimes()).build();
  }

  static GraphQLScalarType decimal() {
    return GraphQLScalarType.newScalar().name("Decimal").coercing(new Decimals()).build();
  }

  private static final class DateTimes implements Coercing<Instant, String> {
    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return MILLISECONDS.format((Instant) value);
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
      return input instanceof String text ? parse(text) : refuse();
    }

    @Override
    public Instant parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (input instanceof StringValue text) {
        try {
          return parse(Objects.toString(text.getValue()));
        } catch (CoercingParseValueException bad) {
          throw new CoercingParseLiteralException(bad.getMessage());
        }
      }
      throw new CoercingParseLiteralException("must be a time such as 2027-05-01T20:00:00Z");
    }

    /** RFC 3339 has no years of more than four digits, and stores cannot keep them. */
    private static Instant parse(String text) {
      try {
        OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        return time.getYear() < 1 || time.getYear() > 9_999
            ? refuse()
            : time.toInstant().truncatedTo(ChronoUnit.MILLIS);
      } catch (DateTimeException bad) {
        return refuse();
      }
    }

    private static Instant refuse() {
      throw new CoercingParseValueException("must be a time such as 2027-05-01T20:00:00Z");
    }
  }

  private static final class Decimals implements Coercing<BigDecimal, BigDecimal> {
    @Override
    public BigDecimal serialize(Object value, GraphQLContext context, Locale locale) {
      return (BigDecimal) value;
    }

    @Override
    public BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
      return switch (input) {
        case Integer number -> require(BigDecimal.valueOf(number));
        case Long number -> require(BigDecimal.valueOf(number));
        case BigInteger number -> require(new BigDecimal(number));
        case BigDecimal number -> require(number);
        default -> throw new CoercingParseValueException(expected());
      };
    }

    @Override
    public BigDecimal parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      try {
        return switch (input) {
          case IntValue number -> require(new BigDecimal(number.getValue()));
          case FloatValue number -> require(number.getValue());
          default -> throw new CoercingParseLiteralException(expected());
        };
      } catch (CoercingParseValueException bad) {
        throw new CoercingParseLiteralException(bad.getMessage());
      }
    }

    /** The scale first, for a number such as 1e999999999 takes for ever to be written out. */
    private static BigDecimal require(BigDecimal amount) {
      boolean written = Math.abs((long) amount.scale()) <= 100 && amount.precision() <= 100;
      if (!written
          || amount.signum() < 0
          || amount.compareTo(BOUND) >= 0
          || amount.stripTrailingZeros().scale() > MAX_DECIMALS) {
        throw new CoercingParseValueException(expected());
      }
      return amount.stripTrailingZeros();
    }

    private static String expected() {
      return "must be a number from 0 to less than %s, of at most %d decimals"
          .formatted(BOUND.toPlainString(), MAX_DECIMALS);
    }
  }
}
