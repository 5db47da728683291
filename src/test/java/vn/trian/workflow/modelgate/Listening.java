package vn.trian.workflow.modelgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** An address that models try to make the server ask; counts who comes. */
public final class Listening implements AutoCloseable {

  private final ServerSocket socket;
  private final AtomicInteger visits = new AtomicInteger();

  private Listening(ServerSocket socket) {
    this.socket = socket;
  }

  public static Listening open() {
    try {
      Listening listening = new Listening(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread thread = new Thread(listening::accept, "listening");
      thread.setDaemon(true);
      thread.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  public int visits() {
    return visits.get();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        socket.accept().close();
        visits.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }
}
