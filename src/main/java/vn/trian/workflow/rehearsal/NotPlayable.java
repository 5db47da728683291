package vn.trian.workflow.rehearsal;

/** Why a story cannot go on as it is told. */
public final class NotPlayable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Finding finding;

  NotPlayable(String code, Object... arguments) {
    super(code);
    this.finding = Finding.of(code, arguments);
  }

  /** The same as a sentence. */
  public Finding finding() {
    return finding;
  }

  @Override
  public String getMessage() {
    return finding == null ? super.getMessage() : finding.toString();
  }
}
