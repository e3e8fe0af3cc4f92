package io.pickglass.agent;

import io.pickglass.instrument.Guard;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Puts two calls of {@link Hook} into the one method of the JDK through which every virtual thread
 * is made: what it shall run is asked before, the thread is shown after.
 */
final class MakingOfThreads implements ClassFileTransformer {
  // Read JDK 25's java/lang/ThreadBuilders.java beside this:
  // static Thread newVirtualThread(Executor scheduler, String name, int characteristics,
  //     Runnable task)
  private static final String OWNER = "java.lang.ThreadBuilders";
  private static final String METHOD = "newVirtualThread";
  private static final String TYPE =
      "(Ljava/util/concurrent/Executor;Ljava/lang/String;ILjava/lang/Runnable;)Ljava/lang/Thread;";
  private static final int NAME = 1;
  private static final int TASK = 3;

  private boolean found;
  private @Nullable Throwable failed;

  private MakingOfThreads() {}

  /**
   * Changes the method, until {@link #end}.
   *
   * @throws ReflectiveOperationException if this JDK makes its threads in another way
   */
  static MakingOfThreads begin(Instrumentation instrumentation)
      throws ReflectiveOperationException {
    MakingOfThreads transform = new MakingOfThreads();
    instrumentation.addTransformer(transform, true);
    retransform(instrumentation);
    if (transform.failed != null || !transform.found) {
      transform.end(instrumentation);
      throw new NoSuchMethodException(
          OWNER + "." + METHOD + " is not the one of JDK 25: " + transform.failed);
    }
    return transform;
  }

  /** Makes the method again what it was. */
  void end(Instrumentation instrumentation) throws ReflectiveOperationException {
    instrumentation.removeTransformer(this);
    retransform(instrumentation);
  }

  private static void retransform(Instrumentation instrumentation)
      throws ReflectiveOperationException {
    try {
      instrumentation.retransformClasses(Class.forName(OWNER));
    } catch (java.lang.instrument.UnmodifiableClassException e) {
      throw new ReflectiveOperationException(e);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> type,
      @Nullable ProtectionDomain domain,
      byte[] bytes)
      throws IllegalClassFormatException {
    if (loader != null || !name.equals(OWNER.replace('.', '/'))) {
      return null;
    }
    try {
      ClassFile classFile = ClassFile.of();
      return classFile.transformClass(
          classFile.parse(bytes), ClassTransform.transformingMethodBodies(this::isIt, calls()));
    } catch (Throwable e) {
      // The JVM would swallow it.
      Guard.caught(e);
      failed = e;
      return null;
    }
  }

  private boolean isIt(MethodModel method) {
    boolean it = method.methodName().equalsString(METHOD) && method.methodType().equalsString(TYPE);
    found |= it;
    return it;
  }

  private static CodeTransform calls() {
    return new CodeTransform() {
      @Override
      public void atStart(CodeBuilder code) {
        code.aload(NAME).aload(TASK);
        Hook.callCode(code);
        code.astore(TASK);
      }

      @Override
      public void accept(CodeBuilder code, CodeElement element) {
        if (element instanceof Instruction it && it.opcode() == Opcode.ARETURN) {
          code.dup().aload(TASK);
          Hook.callMade(code);
        }
        code.with(element);
      }
    };
  }
}
