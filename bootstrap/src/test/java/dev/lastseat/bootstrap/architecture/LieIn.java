package dev.lastseat.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/** Come from the build folder, or the jar, of that Maven module. */
final class LieIn extends ArchCondition<JavaClass> {
  private final Pattern place;

  LieIn(String folder) {
    super("lie in " + folder);
    place =
        Pattern.compile(
            ".*[/-]" + Pattern.quote(folder) + "(-main/|/target/classes/|-\\d[\\d.]*\\.jar!).*");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String source = type.getSource().map(it -> it.getUri().toString()).orElse("nowhere");
    events.add(
        new SimpleConditionEvent(
            type, place.matcher(source).matches(), type.getName() + " lies in " + source));
  }
}
