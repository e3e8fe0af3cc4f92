package io.pickglass.repl.target;

import io.pickglass.model.ResourceDetail;
import io.pickglass.model.ResourceList;
import io.pickglass.model.TaskWait;
import io.pickglass.model.Wait;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Answers about resources that never change. */
public final class StillResources {
  private static final JsonMapper JSON = new JsonMapper();

  private StillResources() {}

  /** These, as if they came over a wire. */
  public static Resources of(
      ResourceList list, ResourceDetail detail, TaskWait wait, List<Wait> waits) {
    return new Resources(
        "still",
        (operation, _) ->
            switch (operation) {
              case "list" -> JSON.convertValue(list, Map.class);
              case "detail" -> JSON.convertValue(detail, Map.class);
              case "ofTask" -> JSON.convertValue(wait, Map.class);
              case "waits" -> JSON.convertValue(waits, List.class);
              default -> throw new IllegalArgumentException(operation);
            });
  }
}
