package io.pickglass.agent;

import io.pickglass.agent.Hook.Call;
import io.pickglass.instrument.Guard;
import io.pickglass.jdk.LoadedMethods;
import io.pickglass.model.Place;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes methods of the program sections: of whatever task runs them, the part between their
 * beginning and their end counts for a monitor that has the method's name. A class that cannot be
 * changed stays what it is.
 *
 * <p>Threads: any that loads a class; nothing changes after it was made.
 */
final class MethodSections implements ClassFileTransformer {
  private final List<Pattern> patterns;

  MethodSections(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /** Changes classes as they are loaded, and those that are. */
  void begin(Instrumentation instrumentation) {
    if (!patterns.isEmpty()) {
      instrumentation.addTransformer(this, true);
      retransform(instrumentation);
    }
  }

  /** Makes all methods again what they were. */
  void end(Instrumentation instrumentation) {
    if (instrumentation.removeTransformer(this)) {
      retransform(instrumentation);
    }
  }

  private void retransform(Instrumentation instrumentation) {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      try {
        // One by one: what is wrong with one is not the fault of the others. Each stops all threads
        // for a moment, so only those that have such a method.
        if (instrumentation.isModifiableClass(type) && hasOne(type)) {
          instrumentation.retransformClasses(type);
        }
      } catch (Exception | LinkageError e) {
        Guard.caught(e);
      }
    }
  }

  private boolean hasOne(Class<?> type) {
    return type.getClassLoader() != null
        && mayHaveOne(type.getName())
        && LoadedMethods.names(type).stream().anyMatch(name -> isOne(type.getName(), name));
  }

  private boolean mayHaveOne(String className) {
    return patterns.stream().anyMatch(pattern -> pattern.mayMatch(className + "."));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> type,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (loader == null || name == null || !mayHaveOne(name.replace('/', '.'))) {
      return null;
    }
    try {
      return changed(loader, name.replace('/', '.'), bytes);
    } catch (Throwable e) {
      // The JVM would swallow it.
      Guard.caught(e);
      return null;
    }
  }

  private byte @Nullable [] changed(ClassLoader loader, String className, byte[] bytes) {
    ClassFile classFile =
        ClassFile.of(
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    ClassModel model = classFile.parse(bytes);
    if (model.methods().stream().noneMatch(method -> isOne(className, method))) {
      return null;
    }
    ClassTransform transform =
        (changed, element) -> {
          if (element instanceof MethodModel method && isOne(className, method)) {
            String section = Place.simpleName(className) + "." + method.methodName().stringValue();
            changed.transformMethod(
                method,
                MethodTransform.transformingCode(
                    CodeTransform.ofStateful(() -> new Around(section))));
          } else {
            changed.with(element);
          }
        };
    return classFile.transformClass(model, transform);
  }

  private boolean isOne(String className, MethodModel method) {
    String name = method.methodName().stringValue();
    return method.code().isPresent()
        && !name.startsWith("<")
        && (method.flags().flagsMask() & ClassFile.ACC_SYNTHETIC) == 0
        && isOne(className, name);
  }

  private boolean isOne(String className, String method) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(className + "." + method));
  }

  /**
   * A method's own code, with ours around it:
   *
   * <pre>{@code
   * Object section = ENTERED(name, null);
   * try { …; LEFT(section, null); return …; }
   * catch (Throwable e) { LEFT(section, e); throw e; }
   * }</pre>
   */
  private static final class Around implements CodeTransform {
    private final String name;
    private int section;
    private @Nullable Label start;

    Around(String name) {
      this.name = name;
    }

    @Override
    public void atStart(CodeBuilder code) {
      section = code.allocateLocal(TypeKind.REFERENCE);
      code.ldc(name).aconst_null();
      Call.ENTERED.call(code);
      code.astore(section);
      start = code.newBoundLabel();
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof ReturnInstruction) {
        code.aload(section).aconst_null();
        Call.LEFT.call(code);
      }
      code.with(element);
    }

    @Override
    public void atEnd(CodeBuilder code) {
      Label end = code.newBoundLabel();
      int thrown = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(thrown).aload(section).aload(thrown);
      Call.LEFT.call(code);
      code.aload(thrown).athrow();
      if (start != null) {
        // The last in the table, so that the method's own come first.
        code.exceptionCatchAll(start, end, end);
      }
    }
  }
}
