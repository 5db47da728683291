package vn.trian.workflow;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

@DisplayName("Việc của người không còn nhiệm vụ về lại hàng đợi")
class LeftTasksTest {

  private final WorkItemRepository items = mock();
  private final TaskHolders holders = mock();
  private final Actors actors = mock();
  private final LeftTasks left = new LeftTasks(items, holders, actors);

  @Test
  @DisplayName("Người đã thôi việc, người không còn nhiệm vụ nào: mọi việc đang giữ đều được trả")
  void whoHasNoGroupKeepsNothing() {
    when(items.holders()).thenReturn(List.of("gone", "idle"));
    when(actors.find("gone")).thenReturn(Optional.empty());
    when(actors.find("idle")).thenReturn(Optional.of(new Actor("idle", "Lý Thu", "", Set.of(), "dongkinh")));
    when(items.heldOutside("gone", Set.of("-"))).thenReturn(List.of("1", "2"));
    when(items.heldOutside("idle", Set.of("-"))).thenReturn(List.of("3"));

    left.putBack();

    verify(holders).putBack("1");
    verify(holders).putBack("2");
    verify(holders).putBack("3");
  }

  @Test
  @DisplayName("Việc có người làm trước thì bỏ qua, các việc sau vẫn được trả")
  void oneThatChangedStopsNothing() {
    Actor officer = new Actor("canbo", "Hoàng Hà", "", Set.of(Role.COMMUNE_SOCIAL_OFFICER), "dongkinh");
    when(items.holders()).thenReturn(List.of("canbo"));
    when(actors.find("canbo")).thenReturn(Optional.of(officer));
    when(items.heldOutside("canbo", Set.of("COMMUNE_SOCIAL_OFFICER-dongkinh"))).thenReturn(List.of("1", "2"));
    doThrow(new DomainException(Kind.NOT_FOUND, "task-unknown")).when(holders).putBack("1");

    left.putBack();

    verify(holders).putBack("2");
    verify(items, never()).heldOutside(any(), eq(Set.of("-")));
  }
}
