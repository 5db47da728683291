package vn.trian.workflow;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.trian.casefile.CaseFiles;

/**
 * Notes in the row of a case since when it only waits for others: all its open tasks are theirs. That shows when all
 * tasks have come and gone that an action brings, so it is settled once, just before the commit.
 */
@Component
class Waits {

  private final WorkItemRepository items;
  private final CaseFiles cases;

  Waits(WorkItemRepository items, CaseFiles cases) {
    this.items = items;
    this.cases = cases;
  }

  /** A task of the case has come or gone in this transaction. */
  void changed(String caseCode) {
    TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Settling.class::isInstance).map(Settling.class::cast).findFirst()
        .orElseGet(this::registered).codes.add(caseCode);
  }

  private Settling registered() {
    Settling settling = new Settling();
    TransactionSynchronizationManager.registerSynchronization(settling);
    return settling;
  }

  private void settle(String caseCode) {
    List<WorkItem> open = items.findByCaseCode(caseCode);
    if (open.isEmpty() || !open.stream().allMatch(WorkItem::waiting)) {
      cases.get(caseCode).goesOn();
    } else {
      WorkItem first = open.stream().min(Comparator.comparing(WorkItem::createdAt).thenComparing(WorkItem::taskId))
          .orElseThrow();
      cases.get(caseCode).waits(first.createdAt(), first.dueOn());
    }
  }

  private final class Settling implements TransactionSynchronization {

    private final Set<String> codes = new HashSet<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      codes.forEach(Waits.this::settle);
    }
  }
}
