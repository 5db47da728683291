import {useRef, useState} from 'preact/hooks';
import {api} from '../lib/api.js';

const MAX_MEGABYTES = 10;
const COPY_KINDS = ['ORIGINAL', 'CERTIFIED_COPY', 'COPY', 'TO_COMPARE'];

export function Papers({papers, editable, t, problems, onChange, preview}) {
  const required = papers.filter(paper => paper.required);
  const here = required.filter(paper => paper.received || paper.files.length);
  const latest = useRef(papers);
  latest.current = papers;
  // uploads end long after they began: they change the list as it is then
  const change = (kind, update) => {
    latest.current = latest.current.map(paper => (paper.kind === kind ? {...paper, ...update(paper)} : paper));
    onChange(latest.current);
  };
  return (
    <section class="ta-section" aria-labelledby="ta-papers-title">
      <div class="ta-row ta-spread">
        <h3 id="ta-papers-title">{t('section.papers')}</h3>
        {required.length > 0 && (
          <span class={`ta-badge ${here.length === required.length ? 'ta-green' : 'ta-amber'}`} aria-live="polite">
            {t('papers.progress', here.length, required.length)}
          </span>
        )}
      </div>
      {editable && <p class="ta-note">{t('papers.dropHint', MAX_MEGABYTES)}</p>}
      <ul class="ta-plain ta-papers">
        {papers.map(paper => (
          <Paper
            key={paper.kind}
            paper={paper}
            editable={editable}
            t={t}
            preview={preview}
            problem={problems.find(({field}) => new RegExp(`^papers[.[]+${paper.kind}\\b`).test(field ?? ''))}
            change={update => change(paper.kind, update)}
          />
        ))}
      </ul>
    </section>
  );
}

function Paper({paper, editable, t, problem, change, preview}) {
  const [uploads, setUploads] = useState([]);
  const [failure, setFailure] = useState('');
  const [over, setOver] = useState(false);
  const [details, setDetails] = useState(false);
  const picker = useRef();
  const id = `ta-paper-${paper.kind}`;

  const add = async files => {
    setFailure('');
    for (const file of files) {
      if (file.size > MAX_MEGABYTES * 1024 * 1024) {
        setFailure(t('papers.tooLarge', file.name, MAX_MEGABYTES));
        continue;
      }
      const upload = {name: file.name, percent: 0};
      setUploads(list => [...list, upload]);
      try {
        const stored = await api.uploadPaper(file, percent => {
          upload.percent = percent;
          setUploads(list => [...list]);
        });
        change(now => ({received: true, files: [...now.files, {...stored, removable: true}]}));
      } catch (problemMet) {
        setFailure(t('papers.failed', file.name, problemMet.sentence?.(t) ?? ''));
      }
      setUploads(list => list.filter(other => other !== upload));
    }
  };
  const remove = async file => {
    try {
      await api.removePaper(file.id);
    } catch (problemMet) {
      if (problemMet.status !== 404) {
        setFailure(problemMet.sentence?.(t) ?? t('error.unexpected'));
        return;
      }
    }
    change(now => ({files: now.files.filter(other => other.id !== file.id)}));
  };
  const drop = event => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  const dropping = editable
    ? {
        onDragOver: event => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: event => !event.currentTarget.contains(event.relatedTarget) && setOver(false),
        onDrop: drop
      }
    : {};
  return (
    <li class={`ta-paper${over ? ' ta-over' : ''}`} id={id} {...dropping}>
      <div class="ta-paper-main">
        <input
          type="checkbox"
          id={`${id}-has`}
          checked={paper.received}
          disabled={!editable}
          aria-label={t('papers.has', paper.name)}
          onChange={event => {
            const {checked} = event.target;
            change(() => ({received: checked}));
          }}
        />
        <label class="ta-paper-name" for={`${id}-has`}>
          {paper.name}
          {paper.required && (
            <span class="ta-required" title={t('papers.required')}>
              {'\u00a0'}*
            </span>
          )}
          <span class="ta-note">
            {[copyLabel(paper, t), paper.quantity > 1 && t('papers.copies', paper.quantity), paper.note]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </label>
        {editable && (
          <span class="ta-paper-actions">
            <button
              type="button"
              class="ta-link"
              aria-expanded={details}
              aria-label={t('papers.detailsFor', paper.name)}
              onClick={() => setDetails(!details)}
            >
              {t('papers.details')}
            </button>
            <button
              type="button"
              class="ta-button ta-compact"
              aria-label={t('papers.uploadFor', paper.name)}
              onClick={() => picker.current.click()}
            >
              {t('papers.upload')}
            </button>
            <input
              ref={picker}
              type="file"
              class="ta-hidden"
              tabIndex={-1}
              aria-hidden="true"
              multiple
              accept="image/*,application/pdf"
              onChange={event => {
                add([...event.target.files]);
                event.target.value = '';
              }}
            />
          </span>
        )}
      </div>
      {details && (
        <div class="ta-paper-details">
          <label>
            {t('papers.copyKind')}
            <select
              class="ta-input"
              value={paper.copyKind ?? ''}
              onChange={event => {
                const {value} = event.target;
                change(() => ({copyKind: value, copyKindLabel: null}));
              }}
            >
              {COPY_KINDS.map(kind => (
                <option key={kind} value={kind}>
                  {t(`copy.${kind}`)}
                </option>
              ))}
            </select>
          </label>
          <label class="ta-narrow">
            {t('papers.quantity')}
            <input
              class="ta-input"
              type="number"
              min="1"
              max="99"
              value={paper.quantity}
              onInput={event => {
                const {value} = event.target;
                change(() => ({quantity: Math.max(1, Number(value) || 1)}));
              }}
            />
          </label>
          <label class="ta-wide">
            {t('papers.note')}
            <input
              class="ta-input"
              type="text"
              maxLength={500}
              value={paper.officerNote}
              onInput={event => {
                const {value} = event.target;
                change(() => ({officerNote: value}));
              }}
            />
          </label>
        </div>
      )}
      {paper.files.length > 0 && (
        <ul class="ta-plain ta-files">
          {paper.files.map(file => (
            <li key={file.id}>
              <button
                type="button"
                class="ta-link"
                aria-label={t('papers.view', file.name)}
                onClick={() => preview(file)}
              >
                {file.name}
              </button>
              <span class="ta-note">{size(file.size)}</span>
              {editable && file.removable && (
                <button
                  type="button"
                  class="ta-remove"
                  aria-label={t('papers.remove', file.name)}
                  title={t('papers.remove', file.name)}
                  onClick={() => remove(file)}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {uploads.map(upload => (
        <p key={upload.name} class="ta-upload" role="status">
          <progress max="100" value={upload.percent} aria-label={upload.name} />
          {t('papers.uploading', upload.name, upload.percent)}
        </p>
      ))}
      {(failure || problem) && (
        <p class="ta-error" role="alert">
          {failure || problem.message}
        </p>
      )}
      {over && (
        <p class="ta-drop" aria-hidden="true">
          {t('papers.drop')}
        </p>
      )}
    </li>
  );
}

function copyLabel(paper, t) {
  return paper.copyKindLabel ?? (paper.copyKind ? t(`copy.${paper.copyKind}`) : null);
}

function size(bytes) {
  if (!bytes) {
    return '';
  }
  return bytes >= 1048576
    ? `${(bytes / 1048576).toFixed(1).replace('.', ',')} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
