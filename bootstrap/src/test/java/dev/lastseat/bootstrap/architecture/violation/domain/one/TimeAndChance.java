package dev.lastseat.bootstrap.architecture.violation.domain.one;

import java.io.File;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.crypto.KeyGenerator;

/** Asks the world for the time and for chance, in every way that there is. */
class TimeAndChance {
  Clock utc = Clock.systemUTC();

  List<Object> calls =
      List.of(
          Instant.now(),
          Instant.now(utc),
          LocalDate.now(ZoneOffset.UTC),
          LocalDateTime.now(ZoneOffset.UTC),
          ZonedDateTime.now(ZoneOffset.UTC),
          OffsetDateTime.now(ZoneOffset.UTC),
          Clock.systemDefaultZone(),
          Clock.system(ZoneOffset.UTC),
          Clock.tickMillis(ZoneOffset.UTC),
          Clock.tick(utc, Duration.ofMillis(1)),
          InstantSource.system(),
          new Date(),
          Calendar.getInstance(),
          new GregorianCalendar(),
          new File("any").lastModified(),
          System.currentTimeMillis(),
          UUID.randomUUID(),
          Math.random(),
          RandomGenerator.getDefault(),
          RandomGenerator.of("L64X128MixRandom"),
          new Random(1),
          new SplittableRandom(),
          RandomGeneratorFactory.getDefault(),
          System.identityHashCode(utc),
          new SecureRandom());

  LongSupplier time = System::nanoTime;
  Supplier<Instant> reference = Instant::now;
  Supplier<Random> constructor = Random::new;
  Supplier<Random> here = ThreadLocalRandom::current;

  SecureRandom strong() throws NoSuchAlgorithmException {
    Collections.shuffle(calls);
    KeyGenerator.getInstance("AES");
    KeyPairGenerator.getInstance("RSA");
    return SecureRandom.getInstanceStrong();
  }
}
