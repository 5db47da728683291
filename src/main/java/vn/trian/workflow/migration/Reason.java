package vn.trian.workflow.migration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Json;
import vn.trian.shared.Label;

/**
 * Why a case or an activity cannot move. The sentence is made where it is read.
 *
 * @param code      message key
 * @param arguments of the sentence
 */
public record Reason(String code, List<Label> arguments) {

  /** What a column of reasons holds. */
  private static final int ROOM = 8_000;

  public Reason {
    arguments = List.copyOf(arguments);
  }

  static Reason of(String code, Object... arguments) {
    return new Reason(code, Stream.of(arguments)
        .map(each -> each instanceof Label label ? label : Label.same(String.valueOf(each))).toList());
  }

  /** As pages take it. */
  @JsonIgnore
  public FieldProblem asProblem() {
    return new FieldProblem("", code, List.copyOf(arguments));
  }

  /** As many as a column holds; the first are those that matter. */
  static String write(List<Reason> reasons) {
    List<Reason> kept = reasons;
    String json = Json.write(kept);
    while (json.length() > ROOM) {
      kept = kept.subList(0, kept.size() / 2);
      json = Json.write(kept);
    }
    return json;
  }

  static List<Reason> read(String json) {
    return json == null ? List.of() : List.of(Json.read(json, Reason[].class));
  }
}
