package vn.trian.workflow.engine;

import java.util.concurrent.atomic.AtomicInteger;

/** Sings when an expression reaches what it must not reach. */
public final class Canary {

  private static final AtomicInteger SUNG = new AtomicInteger();

  /** Reached by its class. */
  public static String sing() {
    SUNG.incrementAndGet();
    return "sung";
  }

  /** Reached as an object. */
  public String hit() {
    return sing();
  }

  public String getSong() {
    return sing();
  }

  public void setSong(String song) {
    sing();
  }

  public static int sung() {
    return SUNG.get();
  }
}
