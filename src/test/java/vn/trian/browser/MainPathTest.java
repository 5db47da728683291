package vn.trian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.benefit.CaseDocuments;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseState;
import vn.trian.document.DocumentStatus;
import vn.trian.document.DocumentView;

/** The first worked case of each procedure, done by hand from the desk to the result. */
@InBrowser
class MainPathTest {

  @Autowired private WallClock clock;
  @Autowired private WhoseTurn turn;
  @Autowired private CaseFiles cases;
  @Autowired private CaseDocuments documents;

  @ParameterizedTest(name = "{0}")
  @DisplayName("Hồ sơ đi từ bộ phận một cửa đến khi trả kết quả")
  @CsvSource({
      "worship-allowance, worshipAllowance, thờ cúng, 9",
      "certificate-reissue, certificateReissue, Tổ quốc ghi công, 7",
      "burial-support, burialSupport, từ trần, 9",
      "orthopedic-device, orthopedicDevice, dụng cụ chỉnh hình, 7"})
  void fromDeskToDelivery(String folder, String procedure, String name, int logins, Staff staff) {
    Story story = Story.read(folder, procedure);
    clock.putTo(story.filedOn());
    Set<String> who = new LinkedHashSet<>();
    who.add("motcua." + story.office());

    CaseFrame dossier = staff.at("motcua." + story.office()).startCase(procedure, name);
    dossier.fill(story.application()).tickRequiredPapers(story.application());
    String code = dossier.act("ACCEPT").orFail().caseCode();

    for (Story.Move move : story.moves()) {
      clock.putTo(move.on());
      String login = turn.of(code);
      who.add(login);
      CaseFrame task = staff.at(login).take(code);
      task.fill(move.data());
      task.act(move.outcome()).orFail();
    }

    assertThat(cases.get(code).state()).isEqualTo(CaseState.DELIVERED);
    assertThat(who).as("logins").hasSizeGreaterThanOrEqualTo(logins);
    assertThat(documents.of(code)).extracting(DocumentView::status).containsOnly(DocumentStatus.ISSUED);
    assertThat(documents.of(code).stream().map(DocumentView::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(Set.copyOf(story.documents()));
  }
}
