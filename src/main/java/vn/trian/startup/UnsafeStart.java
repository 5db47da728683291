package vn.trian.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Why the application would rather not run than run like this. */
public final class UnsafeStart extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String action;

  /**
   * Refuses to start.
   *
   * @param what   what is wrong, a sentence for whoever runs the installation
   * @param action what they can do about it
   */
  public UnsafeStart(String what, String action) {
    super(what);
    this.action = action;
  }

  /** Lets Spring Boot tell it as two plain sentences instead of a stack trace. */
  public static final class Analyzer extends AbstractFailureAnalyzer<UnsafeStart> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnsafeStart cause) {
      return new FailureAnalysis(cause.getMessage(), cause.action, cause);
    }
  }
}
