package vn.trian.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class FileNamesTest {

  @Test
  void keepsAVietnameseName() {
    String decomposed = Normalizer.normalize("Đơn đề nghị (Mẫu 18).pdf", Normalizer.Form.NFD);
    assertThat(FileNames.safe(decomposed, "application/pdf")).isEqualTo("Đơn đề nghị (Mẫu 18).pdf");
  }

  @Test
  void stripsPathsControlAndDirectionCharacters() {
    assertThat(FileNames.safe("..\\..\\windows\\a.pdf", "application/pdf")).isEqualTo("a.pdf");
    assertThat(FileNames.safe("../../etc/passwd", "image/png")).isEqualTo("passwd.png");
    assertThat(FileNames.safe("anh\u202Egpj.exe\u0000\n.jpg", "image/jpeg")).isEqualTo("anhgpj.exe.jpg");
    assertThat(FileNames.safe("  ...  ", "image/png")).isEqualTo("giay-to.png");
    assertThat(FileNames.safe(null, "image/png")).isEqualTo("giay-to.png");
  }

  @Test
  void theExtensionFollowsTheContent() {
    assertThat(FileNames.safe("don.exe", "application/pdf")).isEqualTo("don.exe.pdf");
    assertThat(FileNames.safe("anh.JPEG", "image/jpeg")).isEqualTo("anh.jpeg");
    assertThat(FileNames.safe("bang.pdf", "image/png")).isEqualTo("bang.pdf.png");
  }

  @Test
  void isAtMost150CharactersLong() {
    String name = FileNames.safe("ế".repeat(300) + ".pdf", "application/pdf");
    assertThat(name).hasSize(FileNames.MAX).endsWith("ế.pdf");
    String pairs = FileNames.safe("x" + "😀".repeat(200) + ".pdf", "application/pdf");
    assertThat(pairs).hasSizeLessThanOrEqualTo(FileNames.MAX).matches("x(😀)+\\.pdf");
  }
}
