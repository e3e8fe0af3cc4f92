package io.pickglass.repl.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/**
 * All commands by name. Each is made when it is first needed: what picocli finds out about one
 * takes it milliseconds, and the prompt would wait for all of them.
 *
 * <p>Threads: any.
 */
final class CommandTable {
  private static final Map<Class<?>, Function<Session, ?>> OF_SESSION =
      Map.ofEntries(
          Map.entry(NameCandidates.class, NameCandidates::new),
          Map.entry(WorkersCommand.Candidates.class, WorkersCommand.Candidates::new),
          Map.entry(TasksCommand.MonitorNames.class, TasksCommand.MonitorNames::new),
          Map.entry(TaskCommand.Ids.class, TaskCommand.Ids::new),
          Map.entry(ResourceCommand.Ids.class, ResourceCommand.Ids::new),
          Map.entry(SetCommand.Names.class, SetCommand.Names::new),
          Map.entry(SetCommand.Values.class, SetCommand.Values::new),
          Map.entry(OpenNames.class, OpenNames::new),
          Map.entry(AliasCommand.Names.class, AliasCommand.Names::new),
          Map.entry(BeanCandidates.Beans.class, BeanCandidates.Beans::new),
          Map.entry(BeanCandidates.Readable.class, BeanCandidates.Readable::new),
          Map.entry(BeanCandidates.Operations.class, BeanCandidates.Operations::new));

  private final Session session;
  private final Commands commands;
  private final Map<ReplCommand, CommandLine> made = new ConcurrentHashMap<>();
  private @Nullable Map<String, ReplCommand> byName;

  CommandTable(Session session, Commands commands) {
    this.session = session;
    this.commands = commands;
  }

  private List<ReplCommand> commands() {
    return List.of(
        new JvmsCommand(session),
        new ConnectCommand(session),
        new DisconnectCommand(session),
        new UseCommand(session),
        new TargetsCommand(session),
        new AttachCommand(session),
        new DetachCommand(session),
        new InfoCommand(session),
        new MonitorsCommand(session),
        new RuntimesCommand(session),
        new WorkersCommand(session),
        new TasksCommand(session),
        new TaskCommand(session),
        new ResourcesCommand(session),
        new ResourceCommand(session),
        new WaitsCommand(session),
        new DeadlocksCommand(session),
        new ContentionCommand(session),
        new ExplainCommand(session),
        new WarningsCommand(session),
        new TopCommand(session),
        new ShowCommand(session),
        new TailCommand(session),
        new DiffCommand(session),
        new BaselineCommand(session),
        new PlotCommand(session),
        new HistCommand(session),
        new ExportCommand(session, commands),
        new AssertCommand(session),
        new WatchCommand(session, commands),
        new RecordCommand(session),
        new ReplayCommand(session),
        new AtCommand(session),
        new MbeansCommand(session),
        new DescribeCommand(session),
        new GetCommand(session),
        new SetCommand(session),
        new InvokeCommand(session),
        new JShellCommand(session, commands),
        new ConfigCommand(session),
        new AliasCommand(session, commands),
        new HistoryCommand(session),
        new HelpCommand(session, commands),
        new QuitCommand(session));
  }

  private synchronized Map<String, ReplCommand> byName() {
    Map<String, ReplCommand> present = byName;
    if (present == null) {
      present = new LinkedHashMap<>();
      for (ReplCommand command : commands()) {
        present.put(annotation(command).name(), command);
      }
      byName = present;
    }
    return present;
  }

  private static Command annotation(ReplCommand command) {
    return command.getClass().getAnnotation(Command.class);
  }

  /** The names, without aliases, in the order of the help. */
  List<String> names() {
    return List.copyOf(byName().keySet());
  }

  /** Whether there is a command of that name or alias. */
  boolean has(String name) {
    return command(name).isPresent();
  }

  /** The command of that name or alias. */
  Optional<CommandLine> find(String name) {
    return command(name).map(command -> made.computeIfAbsent(command, this::make));
  }

  private Optional<ReplCommand> command(String name) {
    ReplCommand found = byName().get(name);
    return found != null
        ? Optional.of(found)
        : byName().values().stream()
            .filter(command -> List.of(annotation(command).aliases()).contains(name))
            .findFirst();
  }

  private CommandLine make(ReplCommand command) {
    CommandLine line = new CommandLine(command, new Factory());
    line.setExpandAtFiles(false);
    if (command instanceof TakesFreeText) {
      line.setStopAtPositional(true);
      line.setUnmatchedOptionsArePositionalParams(true);
    }
    return line;
  }

  /** Makes what picocli needs for completion; only these know sessions. */
  private final class Factory implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      Function<Session, ?> maker = OF_SESSION.get(type);
      if (maker != null) {
        return type.cast(maker.apply(session));
      }
      if (type == HelpCommand.Topics.class) {
        return type.cast(new HelpCommand.Topics(commands));
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
