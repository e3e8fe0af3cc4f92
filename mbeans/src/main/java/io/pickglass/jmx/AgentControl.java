package io.pickglass.jmx;

/** What an operator can do to the agent. */
public interface AgentControl {
  /** There is no agent. */
  AgentControl NONE =
      new AgentControl() {
        @Override
        public String options() {
          return "";
        }

        @Override
        public void change(String options) {
          throw new IllegalArgumentException("there is no agent here: attach it");
        }

        @Override
        public boolean detach() {
          return false;
        }
      };

  /** Its options; an empty string while there is none. */
  String options();

  /**
   * Changes them.
   *
   * @throws IllegalArgumentException with a sentence, if they are wrong or there is no agent
   */
  void change(String options);

  /**
   * Ends it.
   *
   * @return whether there was one
   */
  boolean detach();
}
