package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
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
 * @param use   what happens behind the door
 * @param needs members without which the engine would call the body a fault of its own
 */
record Door(String method, List<String> path, Use use, Set<String> needs) {

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

  private static final Set<String> CHANGING = Set.of("POST", "PUT");
  private static final String NEEDS = "needs:";
  private static final String NO_BODY = "-";
  /** Ids that the engine makes; every one has a digit, which tells them from words such as "count". */
  private static final Set<String> MADE_BY_THE_ENGINE = Set.of("task", "definition", "filter", "id");

  Door {
    path = List.copyOf(path);
    needs = Set.copyOf(needs);
  }

  /** Whether a body has what the engine needs; where nothing in particular, an object at least. */
  boolean takes(JsonNode body) {
    if (needs.contains(NO_BODY) || !CHANGING.contains(method)) {
      return true;
    }
    return body.isObject() && needs.stream().allMatch(body::hasNonNull);
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

  /**
   * The doors of several lines of text: methods separated by commas, the path, the use unless the engine just
   * answers, and {@code needs:} with members of the body; {@code needs:-} takes any body or none.
   */
  static List<Door> all(String lines) {
    List<Door> doors = new ArrayList<>();
    for (String line : lines.strip().split("\n")) {
      String[] words = line.strip().split("\\s+");
      List<String> path = List.of(words[1].replace("~", "engine/engine/default").split("/"));
      Use use = Use.PASS;
      Set<String> needs = Set.of();
      for (String word : List.of(words).subList(2, words.length)) {
        if (word.startsWith(NEEDS)) {
          needs = Set.of(word.substring(NEEDS.length()).split(","));
        } else {
          use = Use.valueOf(word);
        }
      }
      for (String method : words[0].split(",")) {
        doors.add(new Door(method, path, use, needs));
      }
    }
    return doors;
  }
}
