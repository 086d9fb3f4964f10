package dev.lastseat.domain.fact;

/**
 * Who is changing something at the moment, and by which request. Whoever lets somebody in binds it
 * around all that is done for them; stores read it where they write a fact. So no use case carries
 * it along (docs/adr/0028).
 *
 * @param requestId as in the answer's X-Request-Id; empty for what the program does by itself
 */
public record Cause(Actor actor, String requestId) {
  private static final ScopedValue<Cause> CURRENT = ScopedValue.newInstance();
  private static final Cause UNNAMED = ofSystem("lastseat");

  /** Of a part of the program that works by itself. */
  public static Cause ofSystem(String name) {
    return new Cause(Actor.system(name), "");
  }

  /** The one bound around this call; {@code system:lastseat} where none is. */
  public static Cause current() {
    return CURRENT.orElse(UNNAMED);
  }

  /** Does the work in this thread, with this as the current cause. */
  public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** The same for work that answers nothing. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }
}
