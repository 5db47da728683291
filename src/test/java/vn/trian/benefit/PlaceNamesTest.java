package vn.trian.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {

  /** An underscore stands for a blank at which no line ends. */
  @ParameterizedTest
  @CsvSource({
      "Ủy ban nhân dân xã Mai Pha, Ủy ban nhân dân xã_Mai_Pha",
      "Ủy ban nhân dân thị trấn Đồng Đăng, Ủy ban nhân dân thị_trấn_Đồng_Đăng",
      "Phòng Lao động - Thương binh và Xã hội thành phố Lạng Sơn, "
          + "Phòng Lao động - Thương binh và Xã hội thành_phố_Lạng_Sơn",
      "Sở Lao động - Thương binh và Xã hội tỉnh Lạng Sơn, Sở Lao động - Thương binh và Xã hội tỉnh_Lạng_Sơn",
      "UBND TỈNH LẠNG SƠN, UBND TỈNH_LẠNG_SƠN",
      "SỞ LAO ĐỘNG VÀ XÃ HỘI TỈNH LẠNG SƠN, SỞ LAO ĐỘNG VÀ XÃ HỘI TỈNH_LẠNG_SƠN",
      "Bộ Nội vụ, Bộ Nội vụ"
  })
  void aPlaceIsNeverTornApart(String name, String printed) {
    assertThat(PlaceNames.whole(name)).isEqualTo(printed.replace('_', '\u00a0'));
  }

  @Test
  void anOfficeWithoutASuperiorHasNone() {
    assertThat(PlaceNames.whole(null)).isNull();
  }
}
