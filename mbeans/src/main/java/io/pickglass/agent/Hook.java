package io.pickglass.agent;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * The one class of ours inside {@code java.lang}, where the JDK's own code can call it: two
 * methods, each of which asks what is in a field, and nothing at all while that is null. It is made
 * here, byte by byte, since nobody else may compile for that package; it stays when the agent has
 * gone, and is used again.
 *
 * <p>Threads: the fields are volatile.
 */
final class Hook {
  private static final String NAME = "java.lang.PickglassHook";
  private static final ClassDesc TYPE = ClassDesc.of(NAME);
  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final ClassDesc RUNNABLE = ClassDesc.of("java.lang.Runnable");

  private static final String CODE = "code";
  private static final String MADE = "made";
  private static final MethodTypeDesc CODE_TYPE = MethodTypeDesc.of(RUNNABLE, CD_String, RUNNABLE);
  private static final MethodTypeDesc MADE_TYPE = MethodTypeDesc.of(CD_void, THREAD, RUNNABLE);
  private static final ClassDesc FUNCTION = ClassDesc.of(BiFunction.class.getName());
  private static final ClassDesc CONSUMER = ClassDesc.of(BiConsumer.class.getName());

  private final Lookup lookup;
  private final Class<?> type;

  private Hook(Lookup lookup, Class<?> type) {
    this.lookup = lookup;
    this.type = type;
  }

  /** The class, defined if it is not there. {@code java.lang} must be open to us. */
  static Hook define() throws ReflectiveOperationException {
    Lookup lookup = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
    return new Hook(lookup, defined(lookup));
  }

  private static Class<?> defined(Lookup lookup) throws IllegalAccessException {
    try {
      return Class.forName(NAME, true, null);
    } catch (ClassNotFoundException e) {
      return lookup.defineClass(bytes());
    }
  }

  /** Begins to ask that. */
  void ask(BiFunction<String, Runnable, Runnable> code, BiConsumer<Thread, Runnable> made)
      throws ReflectiveOperationException {
    field(MADE, BiConsumer.class).setVolatile(made);
    field(CODE, BiFunction.class).setVolatile(code);
  }

  /**
   * Asks no more what a thread shall run. It goes on to show threads that were made: whoever makes
   * one may have asked just before, and what he was told then waits for its thread.
   */
  void askNoMore() throws ReflectiveOperationException {
    field(CODE, BiFunction.class).setVolatile((BiFunction<?, ?, ?>) null);
  }

  private VarHandle field(String name, Class<?> of) throws ReflectiveOperationException {
    return lookup.findStaticVarHandle(type, name, of);
  }

  /** Asks what a thread of that name shall run instead of its code; both are on the stack. */
  static void callCode(CodeBuilder code) {
    code.invokestatic(TYPE, CODE, CODE_TYPE);
  }

  /** Says that a thread was made to run that; both are on the stack. */
  static void callMade(CodeBuilder code) {
    code.invokestatic(TYPE, MADE, MADE_TYPE);
  }

  private static byte[] bytes() {
    return ClassFile.of()
        .build(
            TYPE,
            hook -> {
              hook.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
              field(hook, CODE, FUNCTION);
              field(hook, MADE, CONSUMER);
              method(hook, CODE, CODE_TYPE, Hook::codeBody);
              method(hook, MADE, MADE_TYPE, Hook::madeBody);
            });
  }

  private static void field(ClassBuilder hook, String name, ClassDesc type) {
    hook.withField(name, type, ClassFile.ACC_STATIC | ClassFile.ACC_VOLATILE);
  }

  private static void method(
      ClassBuilder hook,
      String name,
      MethodTypeDesc type,
      java.util.function.Consumer<CodeBuilder> body) {
    hook.withMethodBody(name, type, ClassFile.ACC_STATIC, body);
  }

  // Runnable code(String name, Runnable task) {
  //   BiFunction asked = code;
  //   return asked == null ? task : (Runnable) asked.apply(name, task); }
  private static void codeBody(CodeBuilder body) {
    body.getstatic(TYPE, CODE, FUNCTION)
        .astore(2)
        .aload(2)
        .ifThenElse(
            java.lang.classfile.Opcode.IFNONNULL,
            asked ->
                asked
                    .aload(2)
                    .aload(0)
                    .aload(1)
                    .invokeinterface(
                        FUNCTION, "apply", MethodTypeDesc.of(CD_Object, CD_Object, CD_Object))
                    .checkcast(RUNNABLE)
                    .areturn(),
            nobody -> nobody.aload(1).areturn());
  }

  // void made(Thread thread, Runnable task) {
  //   BiConsumer asked = made;
  //   if (asked != null) asked.accept(thread, task); }
  private static void madeBody(CodeBuilder body) {
    body.getstatic(TYPE, MADE, CONSUMER)
        .astore(2)
        .aload(2)
        .ifThen(
            java.lang.classfile.Opcode.IFNONNULL,
            asked ->
                asked
                    .aload(2)
                    .aload(0)
                    .aload(1)
                    .invokeinterface(
                        CONSUMER, "accept", MethodTypeDesc.of(CD_void, CD_Object, CD_Object)))
        .return_();
  }
}
