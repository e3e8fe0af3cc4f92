package io.pickglass.agent;

import io.pickglass.agent.Hook.Call;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;

/**
 * Where in a method the calls of {@link Hook} go, and with what. One class for all, without
 * lambdas: it works while the JVM starts.
 */
enum Calls implements CodeTransform {
  /**
   * Asks at the start what to run instead of the task, and shows the thread that was made for the
   * answer. Name and task are the second and the fourth argument, of a static method.
   */
  ASK_AND_SHOW(Call.CODE) {
    @Override
    void start(CodeBuilder code) {
      code.aload(NAME).aload(TASK);
      call().call(code);
      code.astore(TASK);
    }

    @Override
    void before(CodeBuilder code, CodeElement element) {
      if (isReturn(element)) {
        code.dup().aload(TASK);
        Call.MADE.call(code);
      }
    }
  },

  /** At the start, with the object itself and the only argument. */
  HANDED(Call.HANDED, 0, 1),

  /** The same. */
  REFUSED(Call.REFUSED, 0, 1),

  /** The same, and the answer stands for the argument. */
  FORKED(Call.FORKED, 0, 1) {
    @Override
    void start(CodeBuilder code) {
      super.start(code);
      code.astore(1);
    }
  },

  /** At the start, with both arguments. */
  AFTER(Call.ENDED, 1, 2),

  /** At the start, with the object itself and the second argument. */
  BEFORE(Call.TAKEN, 0, 2),

  /** At the start, with the object itself and null. */
  UNLOCKED(Call.UNLOCKED, 0, -1),

  /** At each return, with the object itself and what it returns. */
  TAKEN(Call.TAKEN) {
    @Override
    void start(CodeBuilder code) {}

    @Override
    void before(CodeBuilder code, CodeElement element) {
      if (isReturn(element)) {
        code.dup().aload(0).swap();
        call().call(code);
      }
    }
  },

  /** As a worker begins its life, and just around each task. */
  WORKER(Call.STARTS, 0, 1) {
    @Override
    void before(CodeBuilder code, CodeElement element) {
      if (isCallOf("run", element)) {
        code.dup().aload(0).swap();
        Call.BEGINS.call(code);
      } else if (isCallOf("afterExecute", element)) {
        code.dup2();
        Call.ENDED.call(code);
      }
    }
  };

  private static final int NAME = 1;
  private static final int TASK = 3;
  private static final int NONE = -1;

  private final Call call;
  private final int first;
  private final int second;

  Calls(Call call) {
    this(call, 0, 0);
  }

  Calls(Call call, int first, int second) {
    this.call = call;
    this.first = first;
    this.second = second;
  }

  Call call() {
    return call;
  }

  @Override
  public void atStart(CodeBuilder code) {
    start(code);
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    before(code, element);
    code.with(element);
  }

  void start(CodeBuilder code) {
    code.aload(first);
    if (second == NONE) {
      code.aconst_null();
    } else {
      code.aload(second);
    }
    call.call(code);
  }

  void before(CodeBuilder code, CodeElement element) {}

  private static boolean isReturn(CodeElement element) {
    return element instanceof ReturnInstruction it && it.opcode() == Opcode.ARETURN;
  }

  private static boolean isCallOf(String method, CodeElement element) {
    return element instanceof InvokeInstruction it && it.name().equalsString(method);
  }
}
