package vn.trian.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.supervision.FairShare.Move;
import vn.trian.supervision.FairShare.Task;
import vn.trian.supervision.FairShare.Why;

@DisplayName("Gợi ý phân công")
class FairShareTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final List<String> BOTH = List.of("an", "binh");

  @Test
  @DisplayName("Hạn gần nhất trước, cho người ít việc nhất; bằng nhau thì theo tên đăng nhập")
  void earliestFirstToTheLeastLoaded() {
    List<Task> tasks = List.of(free("c", 20, BOTH), free("a", 10, BOTH), free("b", 15, BOTH), free("d", null, BOTH));

    assertThat(share().suggest(tasks, false)).containsExactly(move("a", "an"), move("b", "binh"), move("c", "an"),
        move("d", "binh"));
    assertThat(share().with("an", 2, 0, 0).suggest(tasks, false)).extracting(Move::to)
        .containsExactly("binh", "binh", "an", "binh");
  }

  @Test
  @DisplayName("Việc sắp đến hạn tính gấp đôi, quá hạn gấp ba")
  void urgentTasksWeighMore() {
    List<Task> one = List.of(free("x", 20, BOTH));
    assertThat(share().with("an", 1, 1, 0).with("binh", 1, 0, 0).suggest(one, false))
        .containsExactly(move("x", "binh"));
    assertThat(share().with("an", 1, 0, 1).with("binh", 2, 0, 0).suggest(one, false))
        .containsExactly(move("x", "binh"));
    assertThat(share().with("an", 1, 0, 1).with("binh", 4, 0, 0).suggest(one, false))
        .containsExactly(move("x", "an"));

    List<Task> lateFirst = List.of(free("late", -1, BOTH), free("n1", 9, BOTH), free("n2", 9, BOTH),
        free("n3", 9, BOTH));
    assertThat(share().suggest(lateFirst, false)).extracting(Move::to).containsExactly("an", "binh", "binh", "binh");
    for (int soon : List.of(0, 2)) {
      assertThat(share().suggest(List.of(free("soon", soon, BOTH), free("n1", 9, BOTH), free("n2", 9, BOTH),
          free("n3", 9, BOTH)), false)).as("in %d days", soon).extracting(Move::to)
          .containsExactly("an", "binh", "binh", "an");
    }
  }

  @Test
  @DisplayName("Chỉ giao cho người làm được và có mặt; không có ai thì để nguyên")
  void onlyThoseAbleAndPresent() {
    assertThat(share().with("an", 9, 0, 0).suggest(List.of(free("x", 1, List.of("an"))), false))
        .containsExactly(move("x", "an"));
    assertThat(share().suggest(List.of(free("x", 1, List.of("chi")), free("y", 1, List.of())), false)).isEmpty();
    assertThat(share().suggest(List.of(new Task("x", TODAY, "chi", List.of("binh", "chi"))), false))
        .containsExactly(new Move("x", "binh", Why.HOLDER_IS_AWAY));
    assertThat(share().suggest(List.of(new Task("x", TODAY, "an", List.of("binh"))), false)).as("lost the role")
        .containsExactly(new Move("x", "binh", Why.HOLDER_IS_AWAY));
  }

  @Test
  @DisplayName("Việc người có mặt đang giữ thì để yên, trừ khi chọn san đều; việc gấp nhất ở lại")
  void heldTasksStay() {
    List<Task> tasks = List.of(held("1", 1, "an"), held("2", 9, "an"), held("3", 15, "an"), held("4", 20, "an"));

    assertThat(share().with("an", 4, 1, 0).suggest(tasks, false)).isEmpty();
    assertThat(share().with("an", 4, 1, 0).suggest(tasks, true)).containsExactly(
        new Move("4", "binh", Why.EVENS_OUT), new Move("3", "binh", Why.EVENS_OUT));
    assertThat(share().with("an", 1, 0, 0).suggest(List.of(held("1", 9, "an")), true)).as("nothing won").isEmpty();
  }

  @Test
  @DisplayName("Cùng việc, cùng gợi ý, dù các việc được kể theo thứ tự nào")
  void sameEveryTime() {
    List<Task> tasks = new ArrayList<>();
    for (int n = 0; n < 30; n++) {
      tasks.add(n % 3 == 0 ? held("t" + n, n - 4, "an") : free("t" + n, n - 4, n % 5 == 0 ? List.of("binh") : BOTH));
    }
    List<Move> first = share().with("an", 10, 2, 1).suggest(tasks, true);
    assertThat(first).hasSizeGreaterThanOrEqualTo(20);
    Collections.shuffle(tasks, new Random(7));
    assertThat(share().with("an", 10, 2, 1).suggest(tasks, true)).isEqualTo(first);
  }

  private static FairShare share() {
    return new FairShare(BOTH, TODAY, TODAY.plusDays(2));
  }

  private static Task free(String id, Integer dueIn, List<String> able) {
    return new Task(id, dueIn == null ? null : TODAY.plusDays(dueIn), null, able);
  }

  private static Task held(String id, int dueIn, String holder) {
    return new Task(id, TODAY.plusDays(dueIn), holder, BOTH);
  }

  private static Move move(String task, String to) {
    return new Move(task, to, Why.NOBODY_HAS_IT);
  }
}
