import {useRef, useState} from 'preact/hooks';
import {api, Problem} from '../lib/api.js';
import {Notice} from './Notices.jsx';

/** A head holds the case back: nobody works on it. */
export function HeldNotice({hold, t}) {
  return (
    <Notice kind="amber" title={t('hold.by', hold.by, hold.office, hold.at)}>
      <p class="ta-words">{t('hold.reason', hold.reason)}</p>
      <p class="ta-note">{t('hold.clock')}</p>
    </Notice>
  );
}

/** A supervisor's note to whoever looks; goes away when they say that they have read it. */
export function Note({note, t}) {
  const [read, setRead] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(null);
  // one key for one reading: a second click or a retry after a broken line counts once
  const key = useRef(crypto.randomUUID());
  const acknowledge = async () => {
    setBusy(true);
    try {
      await api.readNote(note.id, key.current);
      setRead(true);
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(-1));
      setBusy(false);
    }
  };
  if (read) {
    return (
      <p class="ta-note" role="status">
        {t('note.done', note.by)}
      </p>
    );
  }
  return (
    <Notice kind="brand" title={t('note.from', note.by, note.office, note.at)}>
      <p class="ta-words">{note.text}</p>
      <p class="ta-row">
        <button type="button" class="ta-button ta-compact" disabled={busy} onClick={acknowledge}>
          {t('note.read')}
        </button>
      </p>
      {problem && (
        <p class="ta-error" role="alert">
          {problem.sentence(t)}
        </p>
      )}
    </Notice>
  );
}
