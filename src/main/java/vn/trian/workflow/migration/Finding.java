package vn.trian.workflow.migration;

/**
 * Something that our tables and the engine do not agree on.
 *
 * @param caseCode  case, or what the engine has in place of its code
 * @param processId process instance that it concerns, null for none
 */
public record Finding(String caseCode, Reason reason, String processId) {}
