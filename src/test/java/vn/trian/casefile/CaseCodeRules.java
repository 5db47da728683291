package vn.trian.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for case codes on every database; extended once per database. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class CaseCodeRules {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 11);

  @Autowired
  CaseCodes codes;
  @Autowired
  TransactionTemplate transaction;

  @Test
  @DisplayName("Nhiều quầy cùng nhận hồ sơ: mã không trùng, không nhảy số")
  void codesOfManyAtOnceHaveNoGapAndNoDouble() throws Exception {
    // more desks at once than there are connections, all on the first dossier of the day
    int desks = 16;
    int each = 4;
    var taken = new ConcurrentLinkedQueue<Integer>();
    var start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(desks);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int d = 0; d < desks; d++) {
        int desk = d;
        running.add(pool.submit(() -> {
          start.await();
          for (int i = 0; i < each; i++) {
            boolean fails = (desk + i) % 4 == 0;
            transaction.executeWithoutResult(status -> {
              CaseCodes.Given given = codes.next("dongkinh", "000.01.12.H37", DAY);
              assertThat(given.code()).isEqualTo(String.format("000.01.12.H37-240311-%04d", given.number()));
              if (fails) {
                status.setRollbackOnly();
              } else {
                taken.add(given.number());
              }
            });
          }
          return null;
        }));
      }
      start.countDown();
      for (Future<?> one : running) {
        one.get(120, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(taken.stream().sorted().toList())
        .isEqualTo(IntStream.rangeClosed(1, desks * each * 3 / 4).boxed().toList());
  }

  @Test
  @DisplayName("Mỗi cơ quan, mỗi ngày đếm từ 1")
  void eachOfficeAndDayCountsByItself() {
    assertThat(number("maipha", DAY)).isEqualTo(1);
    assertThat(number("maipha", DAY)).isEqualTo(2);
    assertThat(number("maipha", DAY.plusDays(1))).isEqualTo(1);
    assertThat(number("vinhtrai", DAY)).isEqualTo(1);
  }

  private int number(String office, LocalDate on) {
    return transaction.execute(status -> codes.next(office, "X", on)).number();
  }
}
