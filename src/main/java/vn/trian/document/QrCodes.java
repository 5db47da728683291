package vn.trian.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Square codes for receipts, ready for the {@code src} of a picture in a template. */
public final class QrCodes {

  private QrCodes() {}

  /**
   * A PNG as data URI: black on white, quiet zone of two modules, error correction M.
   *
   * @param text at most some 1000 characters
   */
  public static String dataUri(String text) {
    try {
      BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(
          EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
          EncodeHintType.CHARACTER_SET, "UTF-8",
          EncodeHintType.MARGIN, 2));
      // six pixels a module stay crisp at 600 dpi and keep the file small
      int pixels = 6;
      BufferedImage picture = new BufferedImage(code.getWidth() * pixels, code.getHeight() * pixels,
          BufferedImage.TYPE_BYTE_BINARY);
      WritableRaster dots = picture.getRaster();
      for (int y = 0; y < picture.getHeight(); y++) {
        for (int x = 0; x < picture.getWidth(); x++) {
          // 0 is black; a color would be looked up for every dot
          dots.setSample(x, y, 0, code.get(x / pixels, y / pixels) ? 0 : 1);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", out);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    } catch (WriterException e) {
      throw new IllegalArgumentException("text does not fit into a QR code", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
