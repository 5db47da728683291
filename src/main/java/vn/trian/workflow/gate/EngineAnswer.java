package vn.trian.workflow.gate;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Answer of the engine; what it says about a fault is held back. */
final class EngineAnswer extends HttpServletResponseWrapper {

  /** The engine's checks of arguments, which its REST calls faults nevertheless. */
  private static final Pattern ARGUMENT = Pattern.compile("\"type\":\"(NullValueException|NotValidException)\"");

  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  EngineAnswer(HttpServletResponse response) {
    super(response);
  }

  boolean isFault() {
    return getStatus() >= SC_INTERNAL_SERVER_ERROR;
  }

  boolean isRefusedArgument() {
    return isFault() && ARGUMENT.matcher(held.toString(StandardCharsets.UTF_8)).find();
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return isFault() ? new Held() : super.getOutputStream();
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!isFault()) {
      super.flushBuffer();
    }
  }

  private final class Held extends ServletOutputStream {

    @Override
    public void write(int each) {
      held.write(each);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      held.write(bytes, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("written at once");
    }
  }
}
