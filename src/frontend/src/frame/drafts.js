// What is being typed survives an expired session, a closed dialog and a reload: it is kept per task in the
// tab's own storage and goes with the tab, so it never outlives the work at a shared desk.

const PREFIX = 'tri-an.draft.';

export function draftKey(taskId, procedure) {
  return PREFIX + (taskId ? `task.${taskId}` : `intake.${procedure}`);
}

export function loadDraft(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

export function saveDraft(key, draft) {
  try {
    sessionStorage.setItem(key, JSON.stringify({...draft, savedAt: new Date().toISOString()}));
  } catch {
    // no room or no storage: typing goes on without the safety net
  }
}

export function dropDraft(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // nothing was stored either
  }
}
