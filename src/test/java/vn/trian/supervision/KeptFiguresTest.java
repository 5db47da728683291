package vn.trian.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

class KeptFiguresTest {

  private static final CaseFilter MONTH =
      CaseFilter.of(Figure.OPEN, Period.monthOf(LocalDate.of(2026, 3, 10)), null);
  private static final Actor HEAD = head("so");

  private final Selections selections = mock(Selections.class);
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-10T02:00:00Z"));
  private final List<Runnable> beside = new ArrayList<>();
  private final AtomicInteger counted = new AtomicInteger();
  private final KeptFigures kept = keeping(20);
  private long nanos;
  private Duration takes = Duration.ofMillis(100);

  private static Actor head(String office) {
    return new Actor("giamdoc." + office, "Người thử", "", Set.of(Role.SUPERVISOR), office);
  }

  private KeptFigures keeping(int times) {
    Clock clock = mock(Clock.class);
    when(clock.instant()).thenAnswer(call -> now.get());
    when(clock.getZone()).thenReturn(ZoneId.of("Asia/Ho_Chi_Minh"));
    return new KeptFigures(selections, new SupervisionSettings(5, 15, times),
        mock(PlatformTransactionManager.class), clock, () -> nanos, new Later());
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
    now.updateAndGet(before -> before.plus(time));
  }

  private Supplier<Integer> counting() {
    return () -> {
      pass(takes);
      return counted.incrementAndGet();
    };
  }

  private AsOf<Integer> ask() {
    return ask(MONTH, HEAD);
  }

  private AsOf<Integer> ask(CaseFilter filter, Actor actor) {
    return kept.get("open", filter, actor, figures -> 1, counting());
  }

  private void countBeside() {
    List<Runnable> waiting = List.copyOf(beside);
    beside.clear();
    waiting.forEach(Runnable::run);
  }

  @Test
  @DisplayName("Số đếm nhanh luôn là số của lúc này")
  void whatTakesAMomentIsCountedForEverybody() {
    takes = Duration.ofMillis(24);
    assertThat(ask().figures()).isEqualTo(1);
    assertThat(ask().figures()).isEqualTo(2);
    assertThat(beside).isEmpty();
  }

  @Test
  @DisplayName("Số đếm lâu được giữ gấp hai mươi lần thời gian đếm, ghi rõ lúc đếm")
  void whatTakesLongIsKeptForAMultiple() {
    Instant begun = now.get();
    assertThat(ask()).isEqualTo(new AsOf<>(1, begun, false));
    pass(Duration.ofMillis(1_999));
    assertThat(ask()).isEqualTo(new AsOf<>(1, begun, false));
    pass(Duration.ofMillis(1));
    assertThat(ask()).isEqualTo(new AsOf<>(1, begun, true));
    assertThat(ask()).isEqualTo(new AsOf<>(1, begun, true));
    assertThat(beside).hasSize(1);

    Instant again = now.get();
    countBeside();
    assertThat(ask()).isEqualTo(new AsOf<>(2, again, false));
    assertThat(counted).hasValue(2);
  }

  @Test
  @DisplayName("Đếm lại hỏng thì giữ số cũ và thử lại; đếm lần đầu hỏng thì báo lỗi, không giữ gì")
  void whatFailsIsNotKept() {
    assertThatThrownBy(() -> kept.get("open", MONTH, HEAD, figures -> 1, () -> {
      throw new IllegalStateException("no database");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(ask().figures()).isEqualTo(1);
    pass(Duration.ofSeconds(3));
    kept.get("open", MONTH, HEAD, figures -> 1, () -> {
      throw new IllegalStateException("no database");
    });
    countBeside();
    assertThat(ask()).extracting(AsOf::figures, AsOf::behind).containsExactly(1, true);
    countBeside();
    assertThat(ask()).extracting(AsOf::figures, AsOf::behind).containsExactly(2, false);
  }

  @Test
  @DisplayName("Cơ quan khác, bộ lọc khác, số khác, ngày khác: đếm riêng")
  void differentQuestionsAreCountedApart() {
    assertThat(ask().figures()).isEqualTo(1);
    assertThat(ask(MONTH, head("tpls")).figures()).isEqualTo(2);
    assertThat(ask(CaseFilter.of(Figure.OPEN, MONTH.period(), "tpls"), HEAD).figures()).isEqualTo(3);
    assertThat(kept.get("late", MONTH, HEAD, figures -> 1, counting()).figures()).isEqualTo(4);
    assertThat(ask().figures()).isEqualTo(1);
    now.updateAndGet(before -> before.plus(Duration.ofDays(1)));
    assertThat(ask().figures()).isEqualTo(5);
  }

  @Test
  @DisplayName("Người không được xem vẫn bị từ chối khi số đã đếm sẵn")
  void whoMayNotSeeIsRefusedAllTheSame() {
    ask();
    when(selections.within(any(), eq(HEAD)))
        .thenThrow(new DomainException(Kind.FORBIDDEN, "supervision-not-yours"));
    assertThatThrownBy(this::ask).isInstanceOf(DomainException.class);
  }

  @Test
  @DisplayName("Đặt kept-times là 0 thì không giữ gì")
  void nothingIsKeptWhenSetSo() {
    KeptFigures none = keeping(0);
    none.get("open", MONTH, HEAD, figures -> 1, counting());
    assertThat(none.get("open", MONTH, HEAD, figures -> 1, counting()).figures()).isEqualTo(2);
  }

  @Test
  @DisplayName("Ai hỏi trong lúc đang đếm lần đầu thì chờ, không đếm thêm")
  void whoAsksMeanwhileWaits() {
    AtomicReference<CompletableFuture<Integer>> other = new AtomicReference<>();
    AtomicReference<Thread> waiting = new AtomicReference<>();
    int first = kept.get("open", MONTH, HEAD, figures -> 1, () -> {
      other.set(CompletableFuture.supplyAsync(() -> {
        waiting.set(Thread.currentThread());
        return ask().figures();
      }));
      await().until(() -> waiting.get() != null && waiting.get().getState() == Thread.State.WAITING);
      pass(takes);
      return 7;
    }).figures();
    assertThat(first).isEqualTo(7);
    assertThat(other.get().join()).isEqualTo(7);
    assertThat(counted).hasValue(0);
  }

  /** Runs what it is given when the test says so. */
  private final class Later extends AbstractExecutorService {

    @Override
    public void execute(Runnable command) {
      beside.add(command);
    }

    @Override
    public void shutdown() {
      beside.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
