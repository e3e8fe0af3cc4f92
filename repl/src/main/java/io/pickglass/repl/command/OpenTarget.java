package io.pickglass.repl.command;

import io.pickglass.repl.series.Names;
import io.pickglass.repl.target.Access;
import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * A target that somebody has connected to, also while it does not answer.
 *
 * <p>Threads: commands change it, one at a time. Who completes a line in another thread sees the
 * last answers.
 */
final class OpenTarget implements AutoCloseable {
  private final Destination destination;
  private final String name;
  private final boolean named;
  private final Address address;
  private final Access access;
  private volatile @Nullable Target target;
  volatile Names knownNames = Names.NONE;
  final KnownIds knownIds = new KnownIds();
  final KnownBeans knownBeans = new KnownBeans();

  OpenTarget(Destination destination, Address address, Target target) {
    this.destination = destination;
    this.named = !destination.name().isEmpty();
    this.name = named ? destination.name() : destination.address();
    this.address = address;
    this.access = destination.access();
    this.target = target;
  }

  /** As {@code use} takes it. */
  String name() {
    return name;
  }

  /** How it is called where there is room. */
  String title() {
    Target present = target;
    return named || present == null ? name : present.name();
  }

  /** As it was found. */
  Destination destination() {
    return destination;
  }

  Address address() {
    return address;
  }

  Access access() {
    return access;
  }

  /** Null while it is lost. */
  @Nullable Target target() {
    return target;
  }

  void found(Target again) {
    target = again;
  }

  /** Whether what is at the address now may be followed by another that is the same to a user. */
  boolean mayComeBack() {
    return !(address instanceof Address.Process(long pid)) || ProcessHandle.of(pid).isPresent();
  }

  /** Lets go of what no longer answers, and remembers where it was. */
  void lose() {
    Target present = target;
    target = null;
    knownNames = Names.NONE;
    knownIds.forget();
    knownBeans.forget();
    if (present != null) {
      present.close();
    }
  }

  @Override
  public void close() {
    lose();
  }
}
