package io.pickglass.agent;

import io.pickglass.agent.Hook.Call;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.function.Consumer;

/** Where in a method the calls of {@link Hook} go. */
final class Calls {
  private Calls() {}

  /**
   * Asks at the start what to run instead of the task, and shows the thread that was made for the
   * answer.
   */
  static CodeTransform askAndShow(int name, int task) {
    return atStart(
            code -> {
              code.aload(name).aload(task);
              Call.CODE.call(code);
              code.astore(task);
            })
        .andThen(
            atEach(
                Opcode.ARETURN,
                code -> {
                  code.dup().aload(task);
                  Call.MADE.call(code);
                }));
  }

  /** At the start, with the object itself and the only argument. */
  static CodeTransform atStart(Call call) {
    return atStart(code -> {
      code.aload(0).aload(1);
      call.call(code);
    });
  }

  /** The same, and the answer stands for the argument. */
  static CodeTransform replacing(Call call) {
    return atStart(code -> {
      code.aload(0).aload(1);
      call.call(code);
      code.astore(1);
    });
  }

  /** At the start, with both arguments. */
  static CodeTransform withArguments(Call call) {
    return atStart(code -> {
      code.aload(1).aload(2);
      call.call(code);
    });
  }

  /** At the start, with the object itself and the second argument. */
  static CodeTransform withSecond(Call call) {
    return atStart(code -> {
      code.aload(0).aload(2);
      call.call(code);
    });
  }

  /** At the start, with the object itself and null. */
  static CodeTransform withNull(Call call) {
    return atStart(code -> {
      code.aload(0).aconst_null();
      call.call(code);
    });
  }

  /** At each return, with the object itself and what it returns. */
  static CodeTransform atReturn(Call call) {
    return atEach(
        Opcode.ARETURN,
        code -> {
          code.dup().aload(0).swap();
          call.call(code);
        });
  }

  /** As a worker begins its life, and just around each task. */
  static CodeTransform worker() {
    return atStart(Call.STARTS).andThen(aroundTasks());
  }

  private static CodeTransform aroundTasks() {
    return (code, element) -> {
      if (element instanceof InvokeInstruction it && it.name().equalsString("run")) {
        code.dup().aload(0).swap();
        Call.BEGINS.call(code);
      } else if (element instanceof InvokeInstruction it
          && it.name().equalsString("afterExecute")) {
        code.dup2();
        Call.ENDED.call(code);
      }
      code.with(element);
    };
  }

  private static CodeTransform atStart(Consumer<CodeBuilder> calls) {
    return new CodeTransform() {
      @Override
      public void atStart(CodeBuilder code) {
        calls.accept(code);
      }

      @Override
      public void accept(CodeBuilder code, CodeElement element) {
        code.with(element);
      }
    };
  }

  private static CodeTransform atEach(Opcode opcode, Consumer<CodeBuilder> calls) {
    return (code, element) -> {
      if (element instanceof Instruction it && it.opcode() == opcode) {
        calls.accept(code);
      }
      code.with(element);
    };
  }
}
