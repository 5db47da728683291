package vn.trian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.shared.DomainException;

@DocumentSlice
class PapersTest {

  @Autowired
  Papers papers;
  @Autowired
  JdbcTemplate jdbc;
  @Autowired
  DocumentSlice.MovableClock clock;

  @Test
  void anUploadIsAttachedAndReadBack() {
    byte[] bytes = Samples.picture("png", 640, 480);
    PaperView uploaded = upload(bytes, "C:\\anh\\Bằng TQGC.png");
    assertThat(uploaded.fileName()).isEqualTo("Bằng TQGC.png");
    assertThat(uploaded.mediaType()).isEqualTo("image/png");
    assertThat(uploaded.caseCode()).isNull();

    PaperView attached = papers.attach("H-1", uploaded.id(), "certificate", CopyKind.CERTIFIED_COPY, 2, "rõ", "an");

    assertThat(papers.of("H-1")).containsExactly(attached);
    assertThat(attached.quantity()).isEqualTo(2);
    assertThat(papers.open(uploaded.id()).bytes()).isEqualTo(bytes);
    assertThatThrownBy(() -> papers.attach("H-2", uploaded.id(), "x", CopyKind.COPY, 1, null, "an"))
        .isInstanceOf(DomainException.class).hasMessage("paper-already-attached");
    assertThatThrownBy(() -> papers.discard(uploaded.id(), "an")).hasMessage("paper-already-attached");
    assertThat(papers.withdraw("H-1", uploaded.id()).withdrawn()).isTrue();
  }

  @Test
  void nobodyTouchesTheUploadOfSomebodyElse() {
    PaperView uploaded = upload(Samples.pdf(), "a.pdf");
    assertThatThrownBy(() -> papers.attach("H-3", uploaded.id(), "x", CopyKind.COPY, 1, null, "binh"))
        .hasMessage("paper-not-found");
    assertThatThrownBy(() -> papers.discard(uploaded.id(), "binh")).hasMessage("paper-not-found");
    assertThatThrownBy(() -> papers.open(UUID.randomUUID())).hasMessage("paper-not-found");
  }

  @Test
  void theSameContentIsStoredOnceAndGoesWithItsLastPaper() {
    byte[] bytes = Samples.picture("jpg", 1300, 900);
    PaperView first = upload(bytes, "a.jpg");
    PaperView second = upload(bytes, "b.jpg");
    assertThat(second.sha256()).isEqualTo(first.sha256());
    assertThat(stored(first.sha256())).isEqualTo(1);

    papers.discard(first.id(), "an");
    assertThat(papers.open(second.id()).bytes()).isEqualTo(bytes);
    papers.discard(second.id(), "an");
    assertThat(stored(first.sha256())).isZero();
  }

  @Test
  void aFileOfSeveralPiecesComesBackWhole() {
    byte[] bytes = noise(1500, 1200);
    assertThat(bytes.length).isGreaterThan(2 * FileStore.CHUNK);
    PaperView uploaded = upload(bytes, "a.png");
    assertThat(papers.open(uploaded.id()).bytes()).isEqualTo(bytes);
    assertThat(uploaded.size()).isEqualTo(bytes.length);
  }

  @Test
  void damagedBytesAreNotHandedOut() {
    PaperView uploaded = upload(Samples.picture("png", 33, 44), "a.png");
    jdbc.update("update trian.file_chunk set bytes = ? where sha256 = ?", new byte[] {1}, uploaded.sha256());
    assertThatThrownBy(() -> papers.open(uploaded.id())).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("damaged");
    papers.discard(uploaded.id(), "an");
  }

  @Test
  void uploadsWithoutACaseAreSweptAfterADay() {
    PaperView kept = upload(Samples.pdf("giu", d -> { }), "a.pdf");
    papers.attach("H-4", kept.id(), "x", CopyKind.COPY, 1, null, "an");
    PaperView stale = upload(Samples.pdf("bo", d -> { }), "b.pdf");
    clock.pass(Duration.ofHours(23));
    papers.sweep();
    assertThat(papers.find(stale.id())).isNotNull();
    clock.pass(Duration.ofHours(2));
    papers.sweep();
    assertThatThrownBy(() -> papers.find(stale.id())).hasMessage("paper-not-found");
    assertThat(stored(stale.sha256())).isZero();
    assertThat(papers.find(kept.id())).isNotNull();
  }

  @Test
  void previewsAreSmallAndUpright() throws IOException {
    PaperView wide = upload(Samples.picture("png", 2400, 1200), "a.png");
    var picture = ImageIO.read(new ByteArrayInputStream(papers.preview(wide.id()).orElseThrow().bytes()));
    assertThat(picture.getWidth()).isEqualTo(1200);
    assertThat(picture.getHeight()).isEqualTo(600);

    PaperView turned = upload(Samples.turnedJpeg(800, 400), "b.jpg");
    var upright = ImageIO.read(new ByteArrayInputStream(papers.preview(turned.id()).orElseThrow().bytes()));
    assertThat(upright.getWidth()).isEqualTo(400);
    // the orange upper half of the sensor is the right half of the upright picture
    assertThat(upright.getRGB(390, 400) & 0xff).isLessThan(60);
    assertThat(upright.getRGB(390, 400) >> 16 & 0xff).isGreaterThan(200);
    assertThat(upright.getRGB(10, 400) >> 16 & 0xff).isLessThan(60);

    Preview page = papers.preview(upload(Samples.pdf("mot", d -> { }), "c.pdf").id()).orElseThrow();
    assertThat(page.mediaType()).isEqualTo("image/png");
    assertThat(ImageIO.read(new ByteArrayInputStream(page.bytes())).getHeight()).isEqualTo(1200);
  }

  static Stream<Arguments> hostile() throws IOException {
    byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    byte[] exe = new byte[4096];
    exe[0] = 'M';
    exe[1] = 'Z';
    byte[] cut = Arrays.copyOf(Samples.picture("jpg", 400, 400), 300);
    byte[] brokenPdf = "%PDF-1.7\nnothing of the kind".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("a.pdf"));
      out.write(Samples.pdf());
    }
    return Stream.of(
        Arguments.of("file-empty", "rong.pdf", new byte[0]),
        Arguments.of("file-kind-refused", "anh.jpg", html),
        Arguments.of("file-kind-refused", "don.pdf", exe),
        Arguments.of("file-kind-refused", "anh.png",
            "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("file-kind-refused", "anh.jpg", "GIF89a/*=1;alert(1)//".getBytes(StandardCharsets.US_ASCII)),
        Arguments.of("file-kind-refused", "don.pdf", zip.toByteArray()),
        Arguments.of("file-kind-refused", "don.pdf",
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}".getBytes(StandardCharsets.US_ASCII)),
        Arguments.of("file-active", "js.pdf", Samples.pdfWithJavaScript()),
        Arguments.of("file-active", "launch.pdf", Samples.pdfWithLaunch()),
        Arguments.of("file-active", "kem.pdf", Samples.pdfWithAttachment()),
        Arguments.of("file-locked", "khoa.pdf", Samples.encryptedPdf("secret")),
        Arguments.of("file-locked", "khoa.pdf", Samples.encryptedPdf("")),
        Arguments.of("file-broken", "bom.pdf", Samples.pdfBomb()),
        Arguments.of("file-broken", "hong.pdf", brokenPdf),
        Arguments.of("file-broken", "cut.jpg", cut),
        Arguments.of("file-too-many-pixels", "to.png", Samples.hugePng()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("hostile")
  void refusesWhatCouldHarm(String code, String name, byte[] bytes) {
    int before = count();
    assertThatThrownBy(() -> upload(bytes, name)).isInstanceOfSatisfying(DomainException.class, refusal -> {
      assertThat(refusal.code()).isEqualTo(code);
      assertThat(refusal.kind()).isEqualTo(DomainException.Kind.INVALID);
    });
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void readsNoFurtherThanTheLimit() {
    long[] read = {0};
    InputStream endless = new InputStream() {
      @Override
      public int read() {
        read[0]++;
        return '%';
      }

      @Override
      public int read(byte[] b, int off, int len) {
        read[0] += len;
        return len;
      }
    };
    assertThatThrownBy(() -> papers.upload(endless, "a.pdf", "an")).hasMessage("file-too-large");
    assertThat(read[0]).isLessThan(11L * 1024 * 1024);
  }

  @Test
  void acceptsExactlyTheLimit() {
    byte[] pdf = Samples.pdf();
    // a comment line after the end of file mark is allowed
    byte[] padded = Arrays.copyOf(pdf, 10 * 1024 * 1024);
    Arrays.fill(padded, pdf.length, padded.length, (byte) '\n');
    assertThat(upload(padded, "a.pdf").size()).isEqualTo(padded.length);
    assertThatThrownBy(() -> upload(Arrays.copyOf(padded, padded.length + 1), "a.pdf")).hasMessage("file-too-large");
  }

  private PaperView upload(byte[] bytes, String name) {
    return papers.upload(new ByteArrayInputStream(bytes), name, "an");
  }

  private int stored(String sha256) {
    return jdbc.queryForObject("select count(*) from trian.stored_file where sha256 = ?", Integer.class, sha256);
  }

  private int count() {
    return jdbc.queryForObject("select count(*) from trian.stored_file", Integer.class);
  }

  private static byte[] noise(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
