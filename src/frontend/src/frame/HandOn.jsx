import {useEffect, useRef, useState} from 'preact/hooks';
import {api, Problem} from '../lib/api.js';
import {Field} from './Field.jsx';

/** Hands the task to a colleague; asks for whom and why. Whoever had it meanwhile is told by the server. */
export function HandOn({task, t, cancel, done, reload}) {
  const successors = task.successors;
  const [assignee, setAssignee] = useState(successors.length === 1 && !successors[0].away ? successors[0].login : '');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState({});
  const [problem, setProblem] = useState(null);
  const [sending, setSending] = useState(false);
  // one key per wish: a second click or a retry after a broken line counts once
  const key = useRef(crypto.randomUUID());
  const first = useRef();
  useEffect(() => first.current?.focus(), []);

  const send = async event => {
    event.preventDefault();
    const found = {
      ...(assignee ? {} : {assignee: t('check.successor')}),
      ...(reason.trim() ? {} : {reason: t('check.reason')})
    };
    setMissing(found);
    if (sending || Object.keys(found).length) {
      return;
    }
    setSending(true);
    try {
      await api.reassign(task.id, {assignee, expected: task.assignee ?? null, reason: reason.trim()}, key.current);
      done();
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(-1));
      setSending(false);
    }
  };
  const change = set => event => {
    key.current = crypto.randomUUID();
    set(event.target.value);
  };
  return (
    <form class="ta-panel" onSubmit={send} noValidate aria-labelledby="ta-hand-on">
      <h4 id="ta-hand-on">{t('handOn.title')}</h4>
      <Field id="ta-successor" label={t('handOn.to')} message={missing.assignee} required>
        <select id="ta-successor" class="ta-input" ref={first} value={assignee} onChange={change(setAssignee)}>
          {(successors.length > 1 || successors[0].away) && <option value="">{t('outcome.choose')}</option>}
          {successors.map(({login, name, title}) => (
            <option key={login} value={login}>
              {title ? `${name} – ${title}` : name}
            </option>
          ))}
        </select>
      </Field>
      <Field id="ta-hand-on-reason" label={t('handOn.reason')} message={missing.reason} required>
        <textarea
          id="ta-hand-on-reason"
          class="ta-input"
          rows={2}
          maxLength={500}
          value={reason}
          aria-describedby="ta-hand-on-reason-message"
          onInput={change(setReason)}
        />
      </Field>
      {problem && (
        <p class="ta-error" role="alert">
          {problem.sentence(t)}{' '}
          {problem.status === 409 && (
            <button type="button" class="ta-link" onClick={reload}>
              {t('reload')}
            </button>
          )}
        </p>
      )}
      <div class="ta-row">
        <button type="submit" class="ta-button ta-primary" disabled={sending}>
          {sending ? t('outcome.sending') : t('handOn.do')}
        </button>
        <button type="button" class="ta-button" onClick={cancel} disabled={sending}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
