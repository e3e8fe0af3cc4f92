package io.pickglass.agent;

import io.pickglass.instrument.Guard;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some changes of the JDK, which are made and taken back together.
 *
 * <p>Threads: whoever begins and ends them; any thread that loads a class asks in vain.
 */
final class Changes implements ClassFileTransformer {
  // While the JVM starts, each lambda and each hash of a record is linked first, which takes its
  // time. So there are none of them on the way from here to the program.

  private final List<Change> changes;
  private final Set<String> owners = new HashSet<>();
  private final Set<Change> made = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Throwable failed;

  private Changes(List<Change> changes) {
    this.changes = changes;
    for (Change change : changes) {
      owners.add(change.owner().replace('.', '/'));
    }
  }

  /**
   * Makes them, until {@link #end}.
   *
   * @throws ReflectiveOperationException if one of the methods is not there; then none is changed
   */
  static Changes begin(Instrumentation instrumentation, List<Change> changes)
      throws ReflectiveOperationException {
    Changes begun = new Changes(changes);
    instrumentation.addTransformer(begun, true);
    begun.retransform(instrumentation);
    for (Change change : changes) {
      if (begun.failed != null || !begun.made.contains(change)) {
        begun.end(instrumentation);
        throw new NoSuchMethodException(
            change.owner() + "." + change.method() + " is not the one of JDK 25: " + begun.failed);
      }
    }
    return begun;
  }

  /** Makes all methods again what they were. */
  void end(Instrumentation instrumentation) throws ReflectiveOperationException {
    instrumentation.removeTransformer(this);
    retransform(instrumentation);
  }

  private void retransform(Instrumentation instrumentation) throws ReflectiveOperationException {
    try {
      List<Class<?>> classes = new ArrayList<>();
      for (String owner : owners) {
        classes.add(Class.forName(owner.replace('/', '.')));
      }
      // At once: each time all threads are stopped.
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException e) {
      throw new ReflectiveOperationException(e);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> type,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (loader != null || name == null || !owners.contains(name)) {
      return null;
    }
    try {
      ClassFile classFile = ClassFile.of();
      return classFile.transformClass(
          classFile.parse(bytes),
          new ClassTransform() {
            @Override
            public void accept(ClassBuilder changed, ClassElement element) {
              if (!(element instanceof MethodModel method) || !change(name, changed, method)) {
                changed.with(element);
              }
            }
          });
    } catch (Throwable e) {
      // The JVM would swallow it.
      Guard.caught(e);
      failed = e;
      return null;
    }
  }

  /** Whether the method is one that is changed. */
  private boolean change(String owner, ClassBuilder changed, MethodModel method) {
    for (Change change : changes) {
      // The name of the class last: it has to be made, and a class has many methods.
      if (change.isOf(method) && change.owner().replace('.', '/').equals(owner)) {
        made.add(change);
        changed.transformMethod(method, MethodTransform.transformingCode(change.calls()));
        return true;
      }
    }
    return false;
  }
}
