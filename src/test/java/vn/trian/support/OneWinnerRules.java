package vn.trian.support;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.trian.support.SharedCases.proposal;
import static vn.trian.support.SharedCases.simple;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.CaseState;
import vn.trian.document.Papers;
import vn.trian.security.Actors;
import vn.trian.support.Clients.Answer;
import vn.trian.workflow.Act;
import vn.trian.workflow.HandOn;
import vn.trian.workflow.WorkItem;

/**
 * Eight clients at once on every step of a case: exactly one has their way, all others are told by 409 who did what
 * and when, and the tables agree. Extended once per database and way in; {@code -Dtrian.races.rounds=500} is the
 * long run.
 */
public abstract class OneWinnerRules {

  private static final int CLIENTS = 8;
  private static final int ROUNDS = Integer.getInteger("trian.races.rounds", 10);

  private static final String COUNTER = "motcua.dongkinh";
  private static final String OFFICER = "canbo.dongkinh";
  private static final List<String> SIGNERS = List.of("chutich.dongkinh", "phochutich.dongkinh");
  private static final List<String> DEPARTMENT = List.of("canbo.so", "canbo2.so");
  private static final String ROOM_HEAD = "truongphong.so";
  private static final List<String> DIRECTORS = List.of("giamdoc.so", "phogiamdoc.so");
  private static final String CLERK = "vanthu.so";
  private static final Act STAMPED = new Act("ISSUE", null, null, null, null,
      Map.of("checkedFormat", true, "stamped", true, "copies", 3), null, false);

  @Autowired private Actors actors;
  @Autowired private CaseFiles cases;
  @Autowired private CaseRecord record;
  @Autowired private Papers papers;
  @Autowired private JdbcTemplate database;
  @Autowired private Clock clock;
  @Autowired private AutowireCapableBeanFactory beans;

  private Clients clients;
  private CaseLaws laws;
  private SharedCases given;

  /** How the eight come in. */
  protected abstract Clients clients();

  @BeforeEach
  void begin() {
    clients = clients();
    laws = new CaseLaws(database, record);
    given = beans.createBean(SharedCases.class);
  }

  @Test
  @DisplayName("Tám người cùng lúc ở từng bước của hồ sơ: một người được, bảy người biết ai đã làm gì, lúc nào")
  void oneWinnerAtEveryStep() {
    Set<String> outcomes = new TreeSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      outcomes.add(atTheDepartment(atTheCommune()));
    }
    laws.hold();
    assertThat(outcomes).as("ways the rounds went").isNotEmpty();
  }

  @Test
  @DisplayName("Hai danh sách có chung một hồ sơ, tám người cùng ký: một danh sách được trình")
  void oneListGoesUp() {
    for (int round = 0; round < ROUNDS; round++) {
      List<String> codes = Stream.generate(() -> given.waitsForTheChair("dongkinh")).limit(3).toList();
      List<String> tasks = codes.stream().map(code -> open(code).taskId()).toList();
      List<List<String>> lists = List.of(tasks.subList(0, 2), tasks.subList(1, 3));
      IntFunction<String> who = n -> SIGNERS.get(n / 2 % 2);

      List<Answer> answers = together(n -> clients.signList(who.apply(n), lists.get(n % 2)));

      int winner = oneWinner("sign list", answers, who);
      codes.forEach(code -> SIGNERS.forEach(login -> laws.answered(code, login, "SIGN",
          login.equals(who.apply(winner)) && lists.get(winner % 2).contains(tasks.get(codes.indexOf(code))))));
      assertThat(database.queryForObject("select count(distinct list_id) from trian.submission_list_item"
          + " where case_code in (?, ?, ?)", Integer.class, codes.toArray())).as("lists").isEqualTo(1);
    }
    laws.hold();
  }

  @Test
  @DisplayName("Nộp thêm giấy tờ cùng lúc với ký từ chối, với trả kết quả: một việc được, giấy tờ đi theo việc ấy")
  void aPaperGoesWithTheWinner() {
    for (int round = 0; round < ROUNDS; round++) {
      String refused = waitsForTheDirector("REJECT");
      boolean back = paperAgainst("send back with a paper against signed refusal", refused, DIRECTORS,
          sentBack(), simple("SIGN"));
      assertThat(cases.get(refused).state()).isEqualTo(back ? CaseState.AT_DEPARTMENT : CaseState.REJECTED);

      String granted = waitsForTheDirector("APPROVE");
      assertThat(clients.act(DIRECTORS.get(0), open(granted).taskId(), simple("SIGN")).isDone()).isTrue();
      assertThat(clients.act(CLERK, open(granted).taskId(), STAMPED).isDone()).isTrue();
      assertThat(clients.act(DEPARTMENT.get(0), open(granted).taskId(), simple("ANSWERED")).isDone()).isTrue();
      paperAgainst("delivery with a paper against delivery", granted, List.of(COUNTER),
          delivered(), delivered());
      assertThat(cases.get(granted).state()).isEqualTo(CaseState.DELIVERED);
    }
    laws.hold();
  }

  private String waitsForTheDirector(String proposal) {
    String code = given.waitsForTheChair("dongkinh");
    assertThat(clients.act(SIGNERS.get(0), open(code).taskId(), simple("SIGN")).isDone()).isTrue();
    assertThat(clients.act(DEPARTMENT.get(0), open(code).taskId(), proposal(proposal)).isDone()).isTrue();
    assertThat(clients.act(ROOM_HEAD, open(code).taskId(), simple("CHECKED")).isDone()).isTrue();
    return code;
  }

  /** Every second client brings a paper, the others close; whether one with a paper had their way. */
  private boolean paperAgainst(String what, String code, List<String> people, Act bringing, Act closing) {
    String task = open(code).taskId();
    List<String> uploads = people.stream().map(this::upload).toList();
    IntFunction<String> who = n -> people.get(n / 2 % people.size());
    List<Answer> answers = together(n -> clients.act(who.apply(n), task,
        n % 2 == 0 ? withPaper(bringing, uploads.get(n / 2 % people.size())) : closing));
    int winner = oneWinner(what, answers, who);
    people.forEach(login -> {
      boolean won = login.equals(who.apply(winner));
      laws.answered(code, login, bringing.outcome(), won && winner % 2 == 0);
      laws.answered(code, login, closing.outcome(), won && winner % 2 == 1);
    });
    assertThat(database.queryForList("select cast(id as varchar(36)) from trian.paper where case_code = ?",
        String.class, code)).isEqualTo(winner % 2 == 0 ? List.of(uploads.get(winner / 2 % people.size())) : List.of());
    return winner % 2 == 0;
  }

  private static Act sentBack() {
    return new Act("SEND_BACK", null, "Theo hồ sơ.", null, null, Map.of(), null, false);
  }

  private Act delivered() {
    return new Act("DELIVER", null, null, null, null, Map.of("deliveredBy", "IN_PERSON", "receiverName",
        "LƯƠNG THỊ SEN", "deliveredOn", LocalDate.now(clock).toString()), null, false);
  }

  private static Act withPaper(Act act, String upload) {
    return new Act(act.outcome(), act.reasonCode(), act.reason(), act.items(), act.body(), act.data(),
        List.of(SharedCases.tick("proof", "CERTIFIED_COPY", List.of(upload))), false);
  }

  /** Complete, claim, sign. */
  private String atTheCommune() {
    String code = given.received("dongkinh");
    String prepare = open(code).taskId();
    race(code, "complete", "APPROVE", n -> OFFICER, login -> clients.act(login, prepare, proposal("APPROVE")));

    String sign = open(code).taskId();
    IntFunction<String> signer = n -> SIGNERS.get(n % 2);
    List<Answer> claims = together(n -> clients.claim(signer.apply(n), sign));
    String holder = open(code).assignee();
    for (int n = 0; n < CLIENTS; n++) {
      if (signer.apply(n).equals(holder)) {
        assertThat(claims.get(n).isDone()).as("taking again what one has is no error: " + claims.get(n)).isTrue();
      } else {
        assertTold("claim", claims.get(n), holder);
      }
    }
    SIGNERS.forEach(login -> laws.answered(code, login, "CLAIM", login.equals(holder)));

    race(code, "sign", "SIGN", signer, login -> clients.act(login, sign, simple("SIGN")));
    return code;
  }

  /** Hand on, suspend against complete, sign with a paper against withdraw, issue. */
  private String atTheDepartment(String code) {
    String prepare = open(code).taskId();
    List<String> heads = List.of(DIRECTORS.get(0), DIRECTORS.get(1), ROOM_HEAD);
    handOn(code, prepare, null, n -> heads.get(n % 3), n -> DEPARTMENT.get(n % 2));
    String first = open(code).assignee();
    String second = DEPARTMENT.get(1 - DEPARTMENT.indexOf(first));
    handOn(code, prepare, first, n -> n % 2 == 0 ? first : heads.get(n % 3), n -> second);

    List<Answer> answers = together(n -> clients.act(second, prepare, proposal(n % 2 == 0 ? "APPROVE" : "SUSPEND")));
    boolean suspended = oneWinner("suspend against complete", answers, n -> second) % 2 == 1;
    laws.answered(code, second, "APPROVE", !suspended);
    laws.answered(code, second, "SUSPEND", suspended);
    if (suspended) {
      race(code, "withdraw", "WITHDRAW", n -> COUNTER, login -> clients.withdraw(login, code));
      assertThat(cases.get(code).state()).isEqualTo(CaseState.WITHDRAWN);
      return "suspended";
    }
    assertThat(clients.act(ROOM_HEAD, open(code).taskId(), simple("CHECKED")).isDone()).isTrue();
    return decidedOrWithdrawn(code) ? issued(code) : "withdrawn";
  }

  private boolean decidedOrWithdrawn(String code) {
    String sign = open(code).taskId();
    List<String> uploads = DIRECTORS.stream().map(this::upload).toList();
    IntFunction<String> who = n -> n % 2 == 0 ? DIRECTORS.get(n / 2 % 2) : COUNTER;
    List<Answer> answers = together(n -> n % 2 == 0
        ? clients.act(who.apply(n), sign, signWith(uploads.get(n / 2 % 2)))
        : clients.withdraw(COUNTER, code));
    int winner = oneWinner("sign with a paper against withdraw", answers, who);
    boolean signed = winner % 2 == 0;
    DIRECTORS.forEach(login -> laws.answered(code, login, "SIGN", login.equals(who.apply(winner))));
    laws.answered(code, COUNTER, "WITHDRAW", !signed);
    assertThat(cases.get(code).state()).isEqualTo(signed ? CaseState.DECIDED : CaseState.WITHDRAWN);
    assertThat(database.queryForList("select cast(id as varchar(36)) from trian.paper where case_code = ?",
        String.class, code)).isEqualTo(signed ? List.of(uploads.get(winner / 2 % 2)) : List.of());
    return signed;
  }

  private String issued(String code) {
    String stamp = open(code).taskId();
    race(code, "issue", "ISSUE", n -> CLERK, login -> clients.act(login, stamp, STAMPED));
    assertThat(cases.get(code).state()).isEqualTo(CaseState.ISSUED);
    return "issued";
  }

  private void handOn(String code, String task, String expected, IntFunction<String> who, IntFunction<String> to) {
    List<Answer> answers = together(n -> clients.reassign(who.apply(n), task,
        new HandOn(to.apply(n), expected, "Cân đối công việc.")));
    int winner = only(answers);
    String holder = to.apply(winner);
    assertThat(open(code).assignee()).isEqualTo(holder);
    for (int n = 0; n < CLIENTS; n++) {
      if (n != winner) {
        assertTold("hand on", answers.get(n), holder);
      }
    }
    IntStream.range(0, CLIENTS).forEach(n -> laws.answered(code, who.apply(n), "REASSIGN", n == winner));
  }

  /** The same action by all. */
  private void race(String code, String what, String action, IntFunction<String> who,
      Function<String, Answer> attempt) {
    List<Answer> answers = together(n -> attempt.apply(who.apply(n)));
    int winner = oneWinner(what, answers, who);
    IntStream.range(0, CLIENTS).mapToObj(who).distinct()
        .forEach(login -> laws.answered(code, login, action, login.equals(who.apply(winner))));
  }

  private static List<Answer> together(IntFunction<Answer> attempt) {
    return Together.act(CLIENTS, attempt);
  }

  private int oneWinner(String what, List<Answer> answers, IntFunction<String> who) {
    int winner = only(answers);
    for (int n = 0; n < CLIENTS; n++) {
      if (n != winner) {
        assertTold(what, answers.get(n), who.apply(winner));
      }
    }
    return winner;
  }

  private static int only(List<Answer> answers) {
    List<Integer> winners = IntStream.range(0, CLIENTS).filter(n -> answers.get(n).isDone()).boxed().toList();
    assertThat(winners).as("winners among " + answers).hasSize(1);
    return winners.get(0);
  }

  private void assertTold(String what, Answer loser, String winner) {
    assertThat(loser.status()).as(what + ": " + loser).isEqualTo(409);
    assertThat(loser.said()).as(what).contains(actors.named(winner).name())
        .containsPattern("lúc \\d\\d:\\d\\d \\d\\d/\\d\\d");
  }

  private WorkItem open(String code) {
    return given.open(code);
  }

  private String upload(String login) {
    return papers.upload(new ByteArrayInputStream(Picture.PNG), "giay.png", login).id().toString();
  }

  private static Act signWith(String upload) {
    return withPaper(simple("SIGN"), upload);
  }
}
