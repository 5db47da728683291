package vn.trian.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.security.Actor;
import vn.trian.support.TableTest;

@TableTest
class ForgottenKeysTest {

  private static final Instant SENT = Instant.parse("2024-03-11T02:00:00Z");

  @Autowired private OnlyOnce.Keys keys;

  @Test
  @DisplayName("Mã chống gửi trùng được nhớ hai tuần, sau đó xóa cùng câu trả lời")
  void keysAreForgottenWithTheirAnswers() {
    send(SENT);
    at(SENT.plus(OnlyOnce.REMEMBERED)).forget();
    assertThat(keys.count()).isEqualTo(1);
    at(SENT.plus(OnlyOnce.REMEMBERED).plusMillis(1)).forget();
    assertThat(keys.count()).isZero();
  }

  private void send(Instant moment) {
    at(moment).act("key", Actor.SYSTEM, List.of("once"), String.class, () -> "done");
    keys.flush();
  }

  private OnlyOnce at(Instant moment) {
    return new OnlyOnce(keys, Clock.fixed(moment, ZoneOffset.UTC));
  }
}
