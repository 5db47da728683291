// Calls to our own server: session cookie, CSRF header, problems as RFC 9457 documents.

const CSRF_COOKIE = 'TA-XSRF-TOKEN';
const CSRF_HEADER = 'X-TA-XSRF-TOKEN';

/** What went wrong, in a shape that pages can show. `status` 0 means that no answer came. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail || body.title || `status ${status}`);
    this.status = status;
    this.type = body.type ?? '';
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.problems = Array.isArray(body.problems) ? body.problems : [];
    this.duplicates = Array.isArray(body.duplicates) ? body.duplicates : null;
  }

  /** One sentence for people. */
  sentence(t) {
    if (this.status === 0) {
      return t('error.network');
    }
    if (this.status === 401) {
      return t('error.session');
    }
    if (this.detail) {
      return this.detail;
    }
    return t({403: 'error.forbidden', 404: 'error.notFound', 413: 'error.tooLarge'}[this.status] ?? 'error.unexpected');
  }
}

export function csrfHeaders() {
  const cookie = document.cookie.split('; ').find(part => part.startsWith(`${CSRF_COOKIE}=`));
  return cookie ? {[CSRF_HEADER]: decodeURIComponent(cookie.slice(CSRF_COOKIE.length + 1))} : {};
}

/** Header by which the server knows a request that it has met before; one key for one thing to do. */
const once = (key = crypto.randomUUID()) => ({'Idempotency-Key': key});

async function call(path, {method = 'GET', body, headers = {}, signal} = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      signal,
      credentials: 'same-origin',
      // a login page instead of an answer means that the session is gone
      redirect: 'manual',
      headers: {
        Accept: 'application/json, application/problem+json',
        'X-Requested-With': 'XMLHttpRequest',
        ...(body !== undefined ? {'Content-Type': 'application/json'} : {}),
        ...(method === 'GET' ? {} : csrfHeaders()),
        ...headers
      },
      body: body !== undefined ? JSON.stringify(body) : undefined
    });
  } catch (cause) {
    if (cause?.name === 'AbortError') {
      throw cause;
    }
    throw new Problem(0);
  }
  if (response.type === 'opaqueredirect') {
    throw new Problem(401);
  }
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const answer = isJson ? await response.json().catch(() => ({})) : {};
  if (!response.ok) {
    throw new Problem(response.status, answer);
  }
  return answer;
}

/** Uploads one file with progress in percent. */
function upload(path, file, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    Object.entries({...csrfHeaders(), ...once()}).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = event =>
      event.lengthComputable && onProgress?.(Math.round((100 * event.loaded) / event.total));
    request.onerror = () => reject(new Problem(0));
    request.onload = () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // a login page, or the proxy's own page
      }
      if (request.status >= 200 && request.status < 300 && answer.id) {
        resolve(answer);
      } else {
        reject(new Problem(request.status >= 200 && request.status < 300 ? 401 : request.status, answer));
      }
    };
    const data = new FormData();
    data.append('file', file, file.name);
    request.send(data);
  });
}

const id = encodeURIComponent;
const optionLists = new Map();

export const api = {
  taskFrame: taskId => call(`/api/tasks/${id(taskId)}/frame`),
  intake: key => call(`/api/procedures/${id(key)}/intake`),
  claim: taskId => call(`/api/tasks/${id(taskId)}/claim`, {method: 'POST', headers: once()}),
  unclaim: taskId => call(`/api/tasks/${id(taskId)}/unclaim`, {method: 'POST', headers: once()}),
  reassign: (taskId, body, key) =>
    call(`/api/tasks/${id(taskId)}/assignee`, {method: 'POST', body, headers: once(key)}),
  readNote: (noteId, key) => call(`/api/notes/${id(noteId)}/read`, {method: 'POST', headers: once(key)}),
  sendOutcome: (taskId, body, key) =>
    call(`/api/tasks/${id(taskId)}/outcome`, {method: 'POST', body, headers: once(key)}),
  sendIntake: (procedure, body, key) =>
    call(`/api/procedures/${id(procedure)}/intake`, {method: 'POST', body, headers: once(key)}),
  /** What the server would find wrong with a form as it is now. */
  problems: (taskId, procedure, body) =>
    call(taskId ? `/api/tasks/${id(taskId)}/problems` : `/api/procedures/${id(procedure)}/problems`, {
      method: 'POST',
      body
    }),
  post: (path, body) => call(path, {method: 'POST', body}),
  uploadPaper: (file, onProgress) => upload('/api/papers', file, onProgress),
  removePaper: paperId => call(`/api/papers/${id(paperId)}`, {method: 'DELETE', headers: once()}),
  lookup: (kind, query) => call(`/api/lookup/${id(kind)}?q=${id(query)}`),
  tasklistNames: () => call('/api/tasklist-names'),
  workItems: taskIds => call(`/api/work-items?taskIds=${taskIds.map(id).join(',')}`),
  /** Reference list of a select; asked once per page. */
  options(source) {
    if (!optionLists.has(source)) {
      const asked = call(`/api/options/${id(source)}`);
      asked.catch(() => optionLists.delete(source));
      optionLists.set(source, asked);
    }
    return optionLists.get(source);
  }
};
