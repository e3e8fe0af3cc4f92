package io.pickglass.agent;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The one class of ours inside {@code java.lang}, where the JDK's own code can call it. Each of its
 * methods asks what is in a field of the same name, and nothing at all while that is null. It is
 * made here, byte by byte, since nobody else may compile for that package; it stays when the agent
 * has gone, and is used again.
 *
 * <p>Threads: the fields are volatile.
 */
final class Hook {
  private static final String NAME = "java.lang.PickglassHook";
  private static final ClassDesc TYPE = ClassDesc.of(NAME);
  private static final ClassDesc RUNNABLE = ClassDesc.of("java.lang.Runnable");
  private static final ClassDesc THROWABLE = ClassDesc.of("java.lang.Throwable");
  private static final ClassDesc POOL = ClassDesc.of(ThreadPoolExecutor.class.getName());
  private static final ClassDesc FUNCTION = ClassDesc.of(BiFunction.class.getName());
  private static final ClassDesc CONSUMER = ClassDesc.of(BiConsumer.class.getName());

  /** A method of it: two arguments, of which it gives the second back, or another, or nothing. */
  enum Call {
    /** What a thread of that name shall run instead of its code. */
    CODE(CD_String, RUNNABLE, RUNNABLE),
    /** A thread was made to run that. */
    MADE(ClassDesc.of("java.lang.Thread"), RUNNABLE, CD_void),
    /** A pool was given that. */
    HANDED(POOL, RUNNABLE, CD_void),
    /** A pool has refused that. */
    REFUSED(POOL, RUNNABLE, CD_void),
    /** A worker of a pool begins its life. */
    STARTS(POOL, RUNNABLE, CD_void),
    /** A worker of a pool has got that, or null. */
    TAKEN(POOL, RUNNABLE, CD_void),
    /** A worker of a pool runs that next. */
    BEGINS(POOL, RUNNABLE, CD_void),
    /** A worker of a pool has run that, which has thrown, or null. */
    ENDED(RUNNABLE, THROWABLE, CD_void),
    /** Somebody lets go of that worker of a pool; always null. */
    UNLOCKED(RUNNABLE, THROWABLE, CD_void),
    /** A method of that name begins; the answer is for its end. */
    ENTERED(CD_String, CD_Object, CD_Object),
    /** It ends, or throws that. */
    LEFT(CD_Object, THROWABLE, CD_void),
    /** What a pool shall run instead of that. */
    FORKED(ClassDesc.of(ForkJoinPool.class.getName()), RUNNABLE, RUNNABLE);

    private final MethodTypeDesc type;

    Call(ClassDesc first, ClassDesc second, ClassDesc answer) {
      this.type = MethodTypeDesc.of(answer, first, second);
    }

    private boolean answers() {
      return !type.returnType().equals(CD_void);
    }

    private ClassDesc asked() {
      return answers() ? FUNCTION : CONSUMER;
    }

    /** Calls it; both arguments are on the stack. */
    void call(CodeBuilder code) {
      code.invokestatic(TYPE, name(), type);
    }
  }

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

  /** Begins to ask that in this call. */
  <T extends BiConsumer<?, ?> & BiFunction<?, ?, ?>> void ask(Call call, T asked)
      throws ReflectiveOperationException {
    field(call).setVolatile(asked);
  }

  /** Asks nobody any more in this call. */
  void askNobody(Call call) throws ReflectiveOperationException {
    field(call).setVolatile(null);
  }

  private VarHandle field(Call call) throws ReflectiveOperationException {
    Class<?> asked = call.answers() ? BiFunction.class : BiConsumer.class;
    return lookup.findStaticVarHandle(type, call.name(), asked);
  }

  // Built while the JVM starts: no lambdas.
  private static byte[] bytes() {
    return ClassFile.of()
        .build(
            TYPE,
            new Consumer<ClassBuilder>() {
              @Override
              public void accept(ClassBuilder hook) {
                build(hook);
              }
            });
  }

  private static void build(ClassBuilder hook) {
    hook.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
    for (Call call : Call.values()) {
      hook.withField(call.name(), call.asked(), ClassFile.ACC_STATIC | ClassFile.ACC_VOLATILE);
      hook.withMethodBody(
          call.name(),
          call.type,
          ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
          new Consumer<CodeBuilder>() {
            @Override
            public void accept(CodeBuilder body) {
              build(body, call);
            }
          });
    }
  }

  // BiFunction asked = field;
  // return asked == null ? second : (Runnable) asked.apply(first, second);
  private static void build(CodeBuilder body, Call call) {
    body.getstatic(TYPE, call.name(), call.asked()).astore(2).aload(2);
    Label nobody = body.newLabel();
    body.ifnull(nobody);
    body.aload(2).aload(0).aload(1);
    ask(body, call);
    body.labelBinding(nobody);
    if (call.answers()) {
      body.aload(1).areturn();
    } else {
      body.return_();
    }
  }

  private static void ask(CodeBuilder asked, Call call) {
    if (call.answers()) {
      asked
          .invokeinterface(FUNCTION, "apply", MethodTypeDesc.of(CD_Object, CD_Object, CD_Object))
          .checkcast(call.type.returnType())
          .areturn();
    } else {
      asked.invokeinterface(CONSUMER, "accept", MethodTypeDesc.of(CD_void, CD_Object, CD_Object));
    }
  }
}
