package vn.trian.workflow.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One open pair of method and path. A part in braces stands for something that varies; {@code {task}} lets an
 * officer pass only with a task of their own groups, {@code {self}} only with the own login.
 *
 * @param path parts of the path below {@code /camunda/api/}
 * @param use  what happens behind the door
 */
record Door(String method, List<String> path, Use use) {

  /** What happens to a request that comes in by a door. */
  enum Use {
    /** The engine answers. */
    PASS,
    /** The engine answers, and the query is narrowed to what the filter and the officer allow. */
    TASK_LIST, TASK_COUNT,
    /** The engine answers, and only about procedures that the desk of whoever asks takes in. */
    STARTABLE,
    /** The desk claims or gives back. */
    CLAIM, UNCLAIM,
    /** The engine answers, but only about the groups of whoever asks. */
    OWN_GROUPS,
    /** The engine answers, but only about one task of the own groups, named as parameter {@code taskId}. */
    OWN_TASK,
    /** The engine changes a password after it has seen that of whoever asks; other sessions end then. */
    CREDENTIALS,
    /** The engine deletes a user, whose sessions end then. */
    LEAVING,
    /** An empty list: the engine keeps none of this. */
    NOTHING
  }

  /** Ids that the engine makes; every one has a digit, which tells them from words such as "count". */
  private static final Set<String> MADE_BY_THE_ENGINE = Set.of("task", "definition", "filter", "id");

  Door {
    path = List.copyOf(path);
  }

  static Door of(String method, String path, Use use) {
    return new Door(method, List.of(path.split("/")), use);
  }

  /** The ids in a path that fits, by name; empty when it does not fit. */
  Optional<Map<String, String>> ids(String wantedMethod, List<String> parts) {
    if (!method.equals(wantedMethod) || parts.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> ids = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String wanted = path.get(i);
      if (wanted.startsWith("{")) {
        String name = wanted.substring(1, wanted.length() - 1);
        if (MADE_BY_THE_ENGINE.contains(name) && parts.get(i).chars().noneMatch(Character::isDigit)) {
          return Optional.empty();
        }
        ids.put(name, parts.get(i));
      } else if (!wanted.equals(parts.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(ids);
  }

  /** The doors of several lines of text: methods separated by commas, blanks, the path. */
  static List<Door> all(String lines) {
    List<Door> doors = new ArrayList<>();
    for (String line : lines.strip().split("\n")) {
      String[] words = line.strip().split("\\s+");
      Use use = words.length > 2 ? Use.valueOf(words[2]) : Use.PASS;
      for (String method : words[0].split(",")) {
        doors.add(of(method, words[1].replace("~", "engine/engine/default"), use));
      }
    }
    return doors;
  }
}
