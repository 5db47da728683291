package vn.trian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for numbers on every database; extended once per database. */
abstract class NumberingRules {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 11);

  @Autowired
  Documents documents;
  @Autowired
  TransactionTemplate transaction;

  @Test
  void numbersOfManyAtOnceHaveNoGapAndNoDouble() throws Exception {
    int threads = 8;
    int each = 6;
    String office = "race-" + System.identityHashCode(new Object());
    ConcurrentLinkedQueue<Integer> taken = new ConcurrentLinkedQueue<>();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        running.add(pool.submit(() -> {
          start.await();
          for (int i = 0; i < each; i++) {
            boolean fails = (thread + i) % 3 == 0;
            String code = "N-" + thread + "-" + i;
            transaction.executeWithoutResult(status -> {
              DocumentView issued = documents.issueNow(letter(code, office), "QĐ-SLĐTBXH", DAY);
              if (fails) {
                status.setRollbackOnly();
              } else {
                taken.add(issued.number());
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
        .isEqualTo(IntStream.rangeClosed(1, taken.size()).boxed().toList());
    assertThat(taken.size()).isEqualTo(32);
  }

  @Test
  void eachOfficeSeriesAndYearCountsByItself() {
    String office = "count-" + System.identityHashCode(new Object());
    assertThat(number(office, DAY)).isEqualTo("01/TTr");
    assertThat(number(office, DAY)).isEqualTo("02/TTr");
    assertThat(number(office, DAY.plusYears(1))).isEqualTo("01/TTr");
    assertThat(number(office + "x", DAY)).isEqualTo("01/TTr");
    assertThat(number(office, DAY)).isEqualTo("03/TTr");
  }

  @Test
  void aSignedDocumentIsFrozenByItsIssue() {
    DocumentView draft = documents.drawUp(letter("F-1", "frozen"));
    assertThat(draft.status()).isEqualTo(DocumentStatus.DRAFT);
    assertThatThrownBy(() -> documents.issue(draft.id(), "QĐ", DAY, "an")).hasMessage("document-not-signed");

    DocumentView again = documents.drawUp(letter("F-1", "frozen"));
    assertThat(documents.of("F-1")).extracting(DocumentView::id).containsExactly(again.id());

    documents.sign(again.id(), new Signer("giamdoc.so", "Nguyễn Văn Bình", "GIÁM ĐỐC", null));
    assertThatThrownBy(() -> documents.sign(again.id(), new Signer("x", "y", "z", null)))
        .hasMessage("document-already-signed");
    DocumentView issued = documents.issue(again.id(), "QĐ-SLĐTBXH", DAY, "vanthu.so");
    assertThat(issued.symbol()).isEqualTo("01/QĐ-SLĐTBXH");
    assertThatThrownBy(() -> documents.issue(again.id(), "QĐ", DAY, "an")).hasMessage("document-already-issued");

    String text = PdfText.of(documents.openPdf(again.id()).bytes());
    assertThat(text).contains("Số: 01/QĐ-SLĐTBXH", "ngày 11 tháng 3 năm 2024", "Nguyễn Văn Bình", "Trần Thị Mẫn");
    assertThat(documents.openWord(again.id()).bytes()).startsWith('P', 'K');

    documents.drawUp(letter("F-1", "frozen"));
    assertThat(documents.of("F-1")).extracting(DocumentView::status)
        .containsExactlyInAnyOrder(DocumentStatus.ISSUED, DocumentStatus.DRAFT);
    documents.discardDrafts("F-1", "frozen");
    assertThat(documents.of("F-1")).hasSize(1);
    assertThat(documents.withdraw(again.id()).symbol()).isEqualTo("01/QĐ-SLĐTBXH");
  }

  @Test
  void aSignedButUnissuedDocumentGivesWay() {
    DocumentView signed = documents.drawUp(letter("G-1", "way"));
    documents.sign(signed.id(), new Signer("a", "A", "GIÁM ĐỐC", null));
    documents.drawUp(letter("G-1", "way"));
    assertThat(documents.find(signed.id()).status()).isEqualTo(DocumentStatus.WITHDRAWN);
    assertThatThrownBy(() -> documents.issue(signed.id(), "QĐ", DAY, "an")).hasMessage("document-withdrawn");
  }

  private String number(String office, LocalDate on) {
    return documents.issueNow(letter("C-" + on + office, office), "TTr", on).symbol();
  }

  private static DrawUp letter(String caseCode, String office) {
    TemplateSource template = new TemplateSource("thu.html",
        "<html><body><p>Số: {{document.number}}</p><p>{{document.place}}, {{document.dateLong}}</p>"
            + "<p>{{owner.fullName}}</p><p>{{signer.name}}</p></body></html>", Map.of());
    return new DrawUp(caseCode, "letter", "Thư", null, "LETTER", office, true, template,
        Map.of("owner", Map.of("fullName", "Trần Thị Mẫn"), "office", Map.of("place", "Lạng Sơn")), "an");
  }
}
