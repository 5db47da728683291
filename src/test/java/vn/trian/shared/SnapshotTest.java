package vn.trian.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

@DisplayName("Bảng nhỏ giữ trong bộ nhớ")
class SnapshotTest {

  private final AtomicReference<String> table = new AtomicReference<>("old");
  private final AtomicInteger loads = new AtomicInteger();
  private Runnable meanwhile = () -> { };
  private final Snapshot<String> snapshot = new Snapshot<>(() -> {
    loads.incrementAndGet();
    String read = table.get();
    meanwhile.run();
    return read;
  });

  @Test
  @DisplayName("Đọc một lần, đọc lại sau khi có thay đổi")
  void loadedOnce() {
    assertThat(snapshot.get()).isEqualTo("old");
    assertThat(snapshot.get()).isEqualTo("old");
    assertThat(loads).hasValue(1);
    table.set("new");
    snapshot.forget();
    assertThat(snapshot.get()).isEqualTo("new");
  }

  @Test
  @DisplayName("Thay đổi xong trong lúc đang đọc: bản vừa đọc không được giữ lại")
  void changedWhileItIsRead() {
    meanwhile = () -> {
      table.set("new");
      meanwhile = () -> { };
      snapshot.forget();
    };
    snapshot.get();
    assertThat(snapshot.get()).isEqualTo("new");
    snapshot.get();
    assertThat(loads).as("kept from then on").hasValue(2);
  }

  @Test
  @DisplayName("Đọc giữa chừng một giao dịch thì quên lần nữa khi giao dịch kết thúc")
  void forgottenAtTheEndOfTheTransaction() {
    TransactionSynchronizationManager.initSynchronization();
    try {
      snapshot.forget();
      assertThat(snapshot.get()).isEqualTo("old");
      table.set("new");
      TransactionSynchronizationUtils.invokeAfterCompletion(
          TransactionSynchronizationManager.getSynchronizations(), TransactionSynchronization.STATUS_COMMITTED);
    } finally {
      TransactionSynchronizationManager.clearSynchronization();
    }
    assertThat(snapshot.get()).isEqualTo("new");
  }
}
