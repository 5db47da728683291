package vn.trian.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import vn.trian.shared.DomainException;

@DataJpaTest(showSql = false)
@ActiveProfiles("test")
@Import({Persons.class, Martyrs.class, Kinships.class, OriginalFiles.class, WorshipHolders.class,
    RegistryTest.Parts.class})
class RegistryTest {

  private static final Set<String> MAI_PHA = Set.of("maipha");

  @Autowired private Persons persons;
  @Autowired private Martyrs martyrs;
  @Autowired private MartyrEntries entries;
  @Autowired private Kinships kinships;
  @Autowired private OriginalFiles files;
  @Autowired private WorshipHolders holders;
  @Autowired private JdbcTemplate database;

  @Test
  void findsPeopleByAnyWordsWithoutDiacriticsWithinReach() {
    person("Hoàng Thị Bình", "1948", "020148999901", "maipha");
    person("Hoàng Văn Bình", "1950-05-19", "020050999902", "maipha");
    person("Nông Thị Hoàng", "1950", null, "dongkinh");

    assertThat(names(persons.search("binh hoang", MAI_PHA, 20))).containsExactly("Hoàng Thị Bình", "Hoàng Văn Bình");
    assertThat(names(persons.search("  HOÀNG thi", MAI_PHA, 20))).containsExactly("Hoàng Thị Bình");
    assertThat(names(persons.search("hoàng", Set.of("maipha", "dongkinh"), 20)))
        .containsExactly("Hoàng Thị Bình", "Hoàng Văn Bình", "Nông Thị Hoàng");
    assertThat(names(persons.search("hoàng", Set.of("maipha", "dongkinh"), 2))).hasSize(2);
    assertThat(names(persons.search("0200 5099", MAI_PHA, 20))).containsExactly("Hoàng Văn Bình");
    assertThat(persons.search("oang", MAI_PHA, 20)).isEmpty();
    assertThat(persons.search("hoàng", Set.of(), 20)).isEmpty();
    assertThat(persons.search(" % _ ", MAI_PHA, 20)).isEmpty();
  }

  @Test
  void neverAnswersMoreThanTwenty() {
    for (int i = 0; i < 25; i++) {
      person("Lý Văn Mẫu", "1950", null, "maipha");
    }

    assertThat(persons.search("ly van", MAI_PHA, 1000)).hasSize(20);
  }

  @Test
  void registersAPersonOnceByIdNumber() {
    Person first = person("Hoàng Thị Bình", "1948", "020148999901", "maipha");

    Person again = persons.register(new PersonData(null, "HOÀNG THỊ BÌNH", "1948-05-19", "FEMALE", "CCCD",
        "020 148 999 901", null, null, "xã Mai Pha", "Lạng Sơn", "phường Đông Kinh", "Khối 2", "dongkinh",
        "0999000001", null, null, null, null, null));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.fullName()).isEqualTo("Hoàng Thị Bình");
    assertThat(again.dateOfBirth()).isEqualTo("1948");
    assertThat(again.gender()).isEqualTo("FEMALE");
    assertThat(again.residenceCommune()).isEqualTo("phường Đông Kinh");
    assertThat(persons.findByIdNumber("020148-999-901").orElseThrow().phone()).isEqualTo("0999000001");
    assertThat(persons.find(first.id())).isPresent();
  }

  @Test
  void warnsOfNamesakesBornInTheSameYearAndPlace() {
    Person known = persons.register(PersonData.of("Hoàng Thị Bình", "1948", "020148999901", "xã Mai Pha"));

    assertThat(persons.duplicates(PersonData.of("hoang thi binh", "1948-05-19", null, "Xã Mai Pha")))
        .containsExactly(known);
    assertThat(persons.duplicates(PersonData.of("Hoàng Thị Bình", "1948", "020148999901", "xã Mai Pha"))).isEmpty();
    assertThat(persons.duplicates(PersonData.of("Hoàng Thị Bình", "1949", null, "xã Mai Pha"))).isEmpty();
    assertThat(persons.duplicates(PersonData.of("Hoàng Thị Bình", "1948", null, "xã Quảng Lạc"))).isEmpty();
  }

  @Test
  void recordsADeathOnce() {
    String id = person("Hoàng Thị Bình", "1948", null, "maipha").id();

    assertThat(persons.recordDeath(id, LocalDate.of(2024, 3, 1)).isAlive()).isFalse();
    assertThat(persons.recordDeath(id, LocalDate.of(2024, 3, 1)).dateOfDeath()).isEqualTo("2024-03-01");
    assertThat(code(() -> persons.recordDeath(id, LocalDate.of(2024, 3, 2)))).isEqualTo("death-already-recorded");
    assertThat(code(() -> persons.recordDeath(id, LocalDate.of(2024, 3, 12)))).isEqualTo("death-in-future");
    assertThat(code(() -> persons.recordDeath("none", LocalDate.of(2024, 3, 1)))).isEqualTo("person-unknown");
  }

  @Test
  void findsMartyrsByNameHomeTownAndCertificate() {
    Martyr one = martyr("Nông Văn Mẫu", "xã Mai Pha, thành phố Lạng Sơn", "7L-4961");
    Martyr two = martyr("Nông Văn Mẫu", "xã Yên Khoái, huyện Lộc Bình", "7L-4962");

    assertThat(martyrs.search("nong van", 20)).containsExactly(one, two);
    assertThat(martyrs.search("mau loc binh", 20)).containsExactly(two);
    assertThat(martyrs.search("7l 4961", 20)).containsExactly(one);
    assertThat(martyrs.search("7L-49", 20)).containsExactly(one, two);
    assertThat(martyrs.search("đồng", 20)).isEmpty();
    assertThat(martyrs.findByCertificate(" 7l–4961 ").orElseThrow()).isEqualTo(one);
    assertThat(martyrs.findByCertificate("7L-49")).isEmpty();
    assertThat(martyrs.findByCertificate(" - ")).isEmpty();
  }

  @Test
  void recognizesAMartyrWhoIsRecorded() {
    Martyr recorded = martyr("Nông Văn Mẫu", "xã Mai Pha", "7L-4961");
    Martyr without = martyr("Lý Văn Thử", "xã Quảng Lạc", null);

    assertThat(martyrs.match(data(recorded.id(), "Ai Đó", null, null))).contains(recorded);
    assertThat(martyrs.match(data(null, "Ai Đó", null, "7l4961"))).contains(recorded);
    assertThat(martyrs.match(data(null, "ly van thu", "XÃ QUẢNG LẠC", "9X-1"))).contains(without);
    assertThat(martyrs.match(data(null, "Nông Văn Mẫu", "xã Mai Pha", "7L-5000"))).isEmpty();
    assertThat(martyrs.match(data(null, "Nông Văn Mẫu", null, null))).isEmpty();

    Martyr completed = martyrs.register(data(null, "Lý Văn Thử", "xã Quảng Lạc", "9X-1"));
    assertThat(completed.id()).isEqualTo(without.id());
    assertThat(martyrs.findByCertificate("9X-1").orElseThrow().id()).isEqualTo(without.id());
    assertThat(martyrs.register(data(null, "Nông Văn Mẫu", "xã Mai Pha", "7L-5000")).id())
        .isNotEqualTo(recorded.id());
  }

  @Test
  void saysWhereApplicationAndRegisterDiffer() {
    Martyr recorded = martyrs.register(new MartyrData(null, "Nông Văn Mẫu", null, "1948", "xã Mai Pha", "7L-4961",
        "1455/TTg", LocalDate.of(1974, 5, 2), null, "1972-07-01", null, null, null, null, null));

    List<Difference> same = martyrs.differences(recorded.id(), new MartyrData(null, " nông văn  mẫu", null,
        "1948-05-19", null, "7l 4961", "1455 / TTG", null, null, "1972", null, null, null, null, null));
    List<Difference> other = martyrs.differences(recorded.id(), new MartyrData(null, "Nông Văn Mau", null, null,
        "xã Mai Pha", "7L-4962", null, LocalDate.of(1974, 5, 3), null, "1971", null, null, null, null, null));

    assertThat(same).isEmpty();
    assertThat(other).extracting(Difference::sentence).containsExactly(
        "Họ tên liệt sĩ: hồ sơ quản lý ghi “Nông Văn Mẫu”, đơn ghi “Nông Văn Mau”.",
        "Ngày hy sinh: hồ sơ quản lý ghi “01/07/1972”, đơn ghi “1971”.",
        "Số Bằng Tổ quốc ghi công: hồ sơ quản lý ghi “7L-4961”, đơn ghi “7L-4962”.",
        "Ngày quyết định cấp Bằng: hồ sơ quản lý ghi “02/05/1974”, đơn ghi “03/05/1974”.");
  }

  @Test
  void declaredRelativesReplaceEarlierOnesButNotTheOriginalFile() {
    String martyr = martyr("Nông Văn Mẫu", "xã Mai Pha", "7L-4961").id();
    kinships.replaceDeclared(martyr, null, List.of(relative("Nông Văn Cha", "FATHER")));
    kinships.replaceDeclared(martyr, "case-1", List.of(relative("Nông Thị Con", "CHILD")));
    kinships.replaceDeclared(martyr, "case-2",
        List.of(relative("Nông Thị Một", "CHILD"), relative("Nông Hai", "CHILD")));

    assertThat(kinships.ofMartyr(martyr)).extracting(kin -> kin.relative().fullName())
        .containsExactlyInAnyOrder("Nông Văn Cha", "Nông Thị Một", "Nông Hai");

    Person dead = person("Hoàng Thị Bình", "1948", null, "maipha");
    Person child = person("Nông Thị Con", "1970", null, "maipha");
    kinships.replaceDeclaredOfDeceased(dead.id(), "case-3",
        List.of(new Relative(child.id(), "Nông Thị Con", 1970, null, "CHILD", null)));
    assertThat(kinships.ofPerson(child.id())).extracting(Kinship::deceasedPersonId).containsExactly(dead.id());
  }

  @Test
  void oneWorshipperAtATime() {
    String martyr = martyr("Nông Văn Mẫu", "xã Mai Pha", "7L-4961").id();
    String person = person("Hoàng Thị Bình", "1948", null, "maipha").id();
    WorshipHolder first = holders.grant(grant(martyr, person, null, 2022, "case-1"));

    assertThat(holders.grant(grant(martyr, person, null, 2022, "case-1"))).isEqualTo(first);
    assertThat(code(() -> holders.grant(grant(martyr, null, "maipha", 2024, "case-2"))))
        .isEqualTo("worship-already-held");
    assertThat(holders.heldBy(person)).containsExactly(first);

    assertThat(holders.end(martyr, LocalDate.of(2024, 3, 1)).orElseThrow().endedOn()).isEqualTo("2024-03-01");
    WorshipHolder second = holders.grant(grant(martyr, null, "maipha", 2024, "case-2"));
    assertThat(holders.current(martyr)).contains(second);
    assertThat(holders.history(martyr)).hasSize(2);
    assertThat(holders.heldBy(person)).isEmpty();
    assertThat(holders.end("none", LocalDate.of(2024, 3, 1))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> grant(martyr, person, "maipha", 2024, null));
  }

  @Test
  void theDatabaseItselfRefusesASecondWorshipper() {
    String martyr = martyr("Nông Văn Mẫu", "xã Mai Pha", "7L-4961").id();
    holders.grant(grant(martyr, null, "maipha", 2022, "case-1"));

    assertThatThrownBy(() -> database.update("insert into trian.worship_holder"
        + " (id, martyr_id, office_id, name, first_year, current_key) values ('x', ?, 'maipha', 'x', 2023, ?)",
        martyr, martyr)).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aNewCertificateIsNotThatOfAnotherMartyr() {
    martyr("Nông Văn Mẫu", "xã Mai Pha", "7L-4961");
    String other = martyr("Hoàng Văn Mẫu", "phường Đông Kinh", "7L-4962").id();

    assertThatThrownBy(() -> martyrs.certificateIssued(other, new MartyrCertificate("7l 4961", null, null, null, null)))
        .isInstanceOfSatisfying(DomainException.class, refusal -> {
          assertThat(refusal.code()).isEqualTo("certificate-of-another");
          assertThat(refusal.arguments()).contains("Nông Văn Mẫu");
        });
    assertThat(martyrs.certificateIssued(other, new MartyrCertificate("7L-4962", null, null, null, null))
        .certificateNumber()).isEqualTo("7L-4962");
  }

  @Test
  void aChosenMartyrDoesNotLearnTheCertificateOfAnother() {
    martyr("Nông Văn Mẫu", "xã Mai Pha", "7L-4961");
    String chosen = martyr("Hoàng Văn Mẫu", "phường Đông Kinh", null).id();

    assertThatThrownBy(() -> martyrs.register(data(chosen, "Hoàng Văn Mẫu", "phường Đông Kinh", "7L-4961")))
        .isInstanceOfSatisfying(DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo("certificate-of-another"));
  }

  @Test
  void aNumberThatAnotherCaseRecordsInTheSameMomentIsNamed() {
    martyr("Nông Văn Mẫu", "xã Mai Pha", "7L-4961");
    String other = martyr("Hoàng Văn Mẫu", "phường Đông Kinh", null).id();
    MartyrEntries blind = mock(MartyrEntries.class, delegatesTo(entries));
    doReturn(Optional.empty()).when(blind).findByCertificateKey(any());
    Martyrs tooEarly = new Martyrs(blind, null, Clock.systemUTC());

    assertThatThrownBy(
        () -> tooEarly.certificateIssued(other, new MartyrCertificate("7L-4961", null, null, null, null)))
        .isInstanceOfSatisfying(DomainException.class, refusal -> {
          assertThat(refusal.code()).isEqualTo("certificate-just-recorded");
          assertThat(refusal.arguments()).containsExactly("7L-4961");
        });
  }

  @Test
  void exactlyOneOriginalFileEach() {
    String martyr = martyr("Nông Văn Mẫu", "xã Mai Pha", "7L-4961").id();
    OriginalFile file = files.openForMartyr(martyr, "LS/LS-1", "so", LocalDate.of(1974, 5, 2));

    assertThat(files.openForMartyr(martyr, "LS/LS-2", "so", null)).isEqualTo(file);
    assertThat(files.move(file.id(), "tỉnh Cao Bằng").heldByOffice()).isEqualTo("tỉnh Cao Bằng");
    assertThat(files.ofMartyr(martyr).orElseThrow().symbol()).isEqualTo("LS/LS-1");
  }

  private Person person(String name, String born, String idNumber, String office) {
    return persons.register(new PersonData(null, name, born, null, null, idNumber, null, null, null, null, null, null,
        office, null, null, null, null, null, null));
  }

  private Martyr martyr(String name, String homeTown, String certificate) {
    return martyrs.register(data(null, name, homeTown, certificate));
  }

  private static MartyrData data(String recordId, String name, String homeTown, String certificate) {
    return MartyrData.of(recordId, name, homeTown, certificate, null, null);
  }

  private static Relative relative(String name, String relationship) {
    return new Relative(null, name, null, null, relationship, null);
  }

  private static WorshipGrant grant(String martyr, String person, String office, int year, String caseCode) {
    return new WorshipGrant(martyr, person, office, "Hoàng Thị Bình", "1/QĐ", LocalDate.of(2022, 3, 1), year, caseCode);
  }

  private static List<String> names(List<Person> people) {
    return people.stream().map(Person::fullName).toList();
  }

  private static String code(ThrowingCallable action) {
    return catchThrowableOfType(DomainException.class, action).code();
  }

  @TestConfiguration
  static class Parts {

    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2024-03-11T02:00:00Z"), ZoneOffset.UTC);
    }
  }
}
