package vn.trian.workflow.engine;

/** What happens to jobs of cases, told in the engine's own transaction. */
public interface JobEvents {

  /**
   * A job failed and is not tried again by itself.
   *
   * @param processId process instance that the job belongs to
   * @param activity  what the activity that failed is called in the diagram
   */
  void failed(String jobId, String caseCode, String processId, String activity);

  /** A job that had failed is tried again, or went with its process. */
  void over(String jobId);
}
