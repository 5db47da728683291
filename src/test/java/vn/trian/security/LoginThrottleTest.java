package vn.trian.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.support.TableTest;

/** Guessing is slow from everywhere, and strangers keep nobody out of work. */
@TableTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({LoginThrottle.class, KnownDevices.class})
class LoginThrottleTest {

  @TestConfiguration
  static class Time {
    @Bean
    MovedClock clock() {
      return new MovedClock();
    }
  }

  /** Stands still until it is moved. */
  static final class MovedClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-20T01:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @Autowired private LoginThrottle throttle;
  @Autowired private KnownDevices devices;
  @Autowired private LoginThrottle.Tallies tallies;
  @Autowired private MovedClock clock;

  @BeforeEach
  void noTriesYet() {
    tallies.deleteAll();
  }

  @Test
  @DisplayName("Một tài khoản bị thử từ 50 địa chỉ: 10 lần trong 15 phút")
  void oneAccountFromManyAddresses() {
    int through = 0;
    for (int i = 0; i < 500; i++) {
      through += tries("lanhdao.so", "10.0.0." + i % 50, "") ? 1 : 0;
    }
    assertThat(through).isEqualTo(10);
  }

  @Test
  @DisplayName("Nhiều tài khoản bị thử từ một địa chỉ: 10 lần trong 15 phút")
  void manyAccountsFromOneAddress() {
    int through = 0;
    for (int i = 0; i < 200; i++) {
      through += tries("canbo" + i, "10.0.0.1", "") ? 1 : 0;
    }
    assertThat(through).isEqualTo(10);
  }

  @Test
  @DisplayName("Cán bộ vẫn vào được từ máy đã từng dùng khi người lạ đã thử hết lượt")
  void strangersKeepNobodyOut() {
    String device = devices.remember("lanhdao.so", "");
    for (int i = 0; i < 20; i++) {
      tries("lanhdao.so", "10.0.0.1", "");
    }
    assertThat(tries("lanhdao.so", "10.0.0.1", "")).isFalse();
    assertThat(tries("lanhdao.so", "10.0.0.1", "made up")).isFalse();
    assertThat(tries("lanhdao.so", "10.0.0.1", device)).isTrue();
    // and a known browser of one officer is a strange one for another
    assertThat(tries("canbo.so", "10.0.0.1", device)).isFalse();
  }

  @Test
  @DisplayName("Máy đã từng dùng cũng chỉ được thử 10 lần")
  void aKnownDeviceHasNoMoreTries() {
    String device = devices.remember("lanhdao.so", "");
    int through = 0;
    for (int i = 0; i < 30; i++) {
      through += tries("lanhdao.so", "10.0.0." + i, device) ? 1 : 0;
    }
    assertThat(through).isEqualTo(10);
  }

  @Test
  @DisplayName("Không khóa vĩnh viễn: sau 15 phút lại thử được, lời nhắc nói còn bao lâu")
  void nothingIsLockedForGood() {
    for (int i = 0; i < 10; i++) {
      tries("lanhdao.so", "10.0.0.1", "");
      clock.pass(Duration.ofMinutes(1));
    }
    TooManyAttempts refusal = catchThrowableOfType(TooManyAttempts.class,
        () -> throttle.take("lanhdao.so", new LoginOrigin("10.0.0.1", "")));
    assertThat(refusal.minutes()).isEqualTo(5);
    clock.pass(Duration.ofMinutes(5));
    assertThat(tries("lanhdao.so", "10.0.0.1", "")).isTrue();
    assertThat(tries("lanhdao.so", "10.0.0.1", "")).isFalse();
  }

  @Test
  @DisplayName("Đăng nhập đúng không tốn lượt")
  void whatWasNoGuessDoesNotCount() {
    LoginOrigin origin = new LoginOrigin("10.0.0.1", "");
    assertThatCode(() -> {
      for (int i = 0; i < 50; i++) {
        throttle.take("canbo.so", origin);
        throttle.giveBack("canbo.so", origin);
      }
    }).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("Thử cùng một lúc không được thêm lượt")
  void atOnceIsNoWayAround() throws Exception {
    ExecutorService guessers = Executors.newFixedThreadPool(8);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Boolean>> tried = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String address = UUID.randomUUID().toString();
        tried.add(guessers.submit(() -> {
          start.await();
          return tries("lanhdao.so", address, "");
        }));
      }
      start.countDown();
      int through = 0;
      for (Future<Boolean> each : tried) {
        through += each.get(60, TimeUnit.SECONDS) ? 1 : 0;
      }
      assertThat(through).isEqualTo(10);
    } finally {
      guessers.shutdownNow();
    }
  }

  private boolean tries(String login, String address, String device) {
    try {
      throttle.take(login, new LoginOrigin(address, device));
      return true;
    } catch (TooManyAttempts none) {
      return false;
    }
  }
}
