package io.pickglass.resource;

import io.pickglass.jdk.Synchronizers;
import io.pickglass.jdk.WaitKind;
import io.pickglass.model.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who has what others wait for. */
final class Owners {
  private Owners() {}

  /**
   * Notes it of all that are waited for. Locks know their owner. Of a monitor only its owner knows:
   * those that wait themselves are looked at for that, as many as the budget allows.
   */
  static void find(Scene scene) {
    List<Found> unknown = new ArrayList<>();
    for (Found each : scene.all()) {
      each.ownedBy(owner(scene, each));
      if (isWanted(each) && each.owner() == null) {
        unknown.add(each);
      }
    }
    if (!unknown.isEmpty()) {
      lookAtAll(scene);
      unknown.forEach(each -> each.ownedBy(owner(scene, each)));
    }
  }

  private static boolean isWanted(Found resource) {
    return resource.kind() == ResourceKind.MONITOR
        && !resource.identity().isByValue()
        && resource.waiters().stream().anyMatch(each -> each.kind() == WaitKind.BLOCKED);
  }

  private static void lookAtAll(Scene scene) {
    for (Found each : List.copyOf(scene.all())) {
      each.waiters().forEach(scene::lookFor);
    }
    scene.census().running().forEach(scene::lookFor);
  }

  private static @Nullable Thread owner(Scene scene, Found resource) {
    if (resource.identity().isByValue()) {
      return null;
    }
    Object what = resource.identity().what();
    return switch (resource.kind()) {
      case JOIN -> what instanceof Thread thread ? thread : null;
      case MONITOR -> scene.monitorOwner(what);
      case LOCK, FUTURE, OTHER -> Synchronizers.ownerOf(what);
      default -> null;
    };
  }
}
