package dev.lastseat.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.regex.Pattern;

/** A call or a reference of what answers differently each time, and of nothing that a test gave. */
final class OutsideWorld extends DescribedPredicate<JavaAccess<?>> {
  private static final Pattern SOURCES =
      Pattern.compile(
          String.join(
              "|",
              "java\\.time\\..*\\.now\\(.*",
              "java\\.time\\.(Clock|InstantSource)\\.(system|tick).*",
              "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)",
              "java\\.util\\.Date\\.<init>\\(\\)",
              "java\\.util\\.Calendar\\.getInstance\\(.*",
              "java\\.util\\.GregorianCalendar\\.<init>\\((|java\\.util\\.(TimeZone|Locale).*)\\)",
              "java\\.nio\\.file\\.(Files|attribute)\\..*(LastModified|lastModified|creation).*",
              "java\\.io\\.File\\.lastModified\\(\\)",
              "java\\.lang\\.System\\.identityHashCode\\(.*",
              "java\\.util\\.UUID\\.randomUUID\\(\\)",
              "java\\.lang\\.(Strict)?Math\\.random\\(\\)",
              "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)",
              "java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)\\(.*",
              "java\\.util\\.random\\.RandomGeneratorFactory\\.(create|getDefault|of|all)\\(.*",
              "javax\\.crypto\\.KeyGenerator\\..*",
              "java\\.security\\.KeyPairGenerator\\..*",
              "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(.*",
              "java\\.security\\.SecureRandom\\.(<init>|getInstance\\w*)\\(.*",
              "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)"));

  OutsideWorld() {
    super("the clock or the chance of the outside world");
  }

  @Override
  public boolean test(JavaAccess<?> access) {
    return SOURCES.matcher(access.getTarget().getFullName()).matches();
  }
}
