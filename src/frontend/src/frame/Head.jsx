import {useEffect, useRef, useState} from 'preact/hooks';
import {showDate} from '../lib/dates.js';

export function colorClass(color) {
  return `ta-${(color ?? 'GREY').toLowerCase()}`;
}

/** Who, what, where, until when. */
export function Head({frame, t, giveBack, handOn}) {
  const {task, deadline, procedure} = frame;
  const file = frame.case;
  if (!file) {
    return (
      <header class="ta-head">
        <p class="ta-eyebrow">
          {t('head.newCase')}
          {procedure?.officeName ? ` · ${procedure.officeName}` : ''}
        </p>
        <h2>{procedure?.name}</h2>
        <p class="ta-sub">
          {procedure?.code && <span>{t('head.code', procedure.code)}</span>}
          {(procedure?.legalBasis ?? []).map(basis => (
            <span key={text(basis)}>{text(basis)}</span>
          ))}
        </p>
      </header>
    );
  }
  return (
    <header class="ta-head">
      <p class="ta-eyebrow">
        {[task?.stepName, task?.phase && t.has(`phase.${task.phase}`) ? t(`phase.${task.phase}`) : task?.name]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div class="ta-row ta-spread ta-head-top">
        <h2>
          <a
            href={`/cases/${encodeURIComponent(file.code)}`}
            target="_blank"
            rel="noopener"
            title={t('head.openCase', file.code)}
          >
            {file.code}
          </a>
          {file.stateLabel && <span class="ta-badge ta-grey">{file.stateLabel}</span>}
        </h2>
        {deadline && <TimeLeft deadline={deadline} t={t} />}
      </div>
      <p class="ta-procedure">
        {file.procedureName}
        {file.variantName && file.variantName !== file.procedureName ? ` – ${file.variantName}` : ''}
      </p>
      <dl class="ta-facts">
        <Fact name={t('head.owner')} value={file.ownerName} strong />
        <Fact name={t('head.subject')} value={file.subjectName} strong />
        <Fact name={t('head.office')} value={file.receivingOfficeName ?? file.officeName} />
        <Fact name={t('head.received')} value={showDate(file.receivedOn)} />
        <Fact name={t('head.stepDue')} value={showDate(deadline?.stepDueOn)} />
        <Fact name={t('head.caseDue')} value={showDate(deadline?.caseDueOn)} />
        <Fact name={t('head.assignee')} value={task?.assigneeName ?? task?.assignee}>
          {task?.mine && (giveBack || handOn) && (
            <span class="ta-row ta-fact-links">
              {giveBack && (
                <button type="button" class="ta-link" onClick={giveBack}>
                  {t('claim.undo')}
                </button>
              )}
              {handOn && (
                <button type="button" class="ta-link" onClick={handOn}>
                  {t('handOn.open')}
                </button>
              )}
            </span>
          )}
        </Fact>
      </dl>
    </header>
  );
}

const text = basis => (typeof basis === 'string' ? basis : basis.text);

function Fact({name, value, strong, children}) {
  return value ? (
    <div>
      <dt>{name}</dt>
      <dd class={strong ? 'ta-strong' : undefined}>
        {value} {children}
      </dd>
    </div>
  ) : null;
}

/** Time left in its color, and on demand the lines of the deadline ledger. */
function TimeLeft({deadline, t}) {
  const [open, setOpen] = useState(false);
  const box = useRef();
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const outside = event => !box.current?.contains(event.target) && setOpen(false);
    document.addEventListener('mousedown', outside);
    return () => document.removeEventListener('mousedown', outside);
  }, [open]);
  return (
    <div class="ta-time" ref={box} onKeyDown={event => event.key === 'Escape' && setOpen(false)}>
      <span class={`ta-badge ta-large ${colorClass(deadline.color)}`}>{deadline.text ?? t('time.none')}</span>
      {deadline.ledger?.length > 0 && (
        <button
          type="button"
          class="ta-link"
          aria-expanded={open}
          aria-controls="ta-ledger"
          onClick={() => setOpen(!open)}
        >
          {t('head.why')}
        </button>
      )}
      {open && (
        <div id="ta-ledger" class="ta-popover" role="region" aria-label={t('head.whyTitle')}>
          <h4>{t('head.whyTitle')}</h4>
          <ol class="ta-ledger">
            {deadline.ledger.map((line, index) => (
              <li key={index}>
                <span class="ta-ledger-day">{showDate(line.day)}</span>
                <div>
                  <strong>{line.title}</strong>
                  {line.explanation && <p>{line.explanation}</p>}
                  <Basis legalBasis={line.legalBasis} confidence={line.confidence} t={t} />
                </div>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

/** Where in the law a fact stands; facts that nobody has checked say so. */
export function Basis({legalBasis, confidence, t}) {
  const doubt = confidence && t.has(`confidence.${confidence}`) ? t(`confidence.${confidence}`) : null;
  if (!legalBasis && !doubt) {
    return null;
  }
  return (
    <p class="ta-basis">
      {legalBasis && t('head.basis', legalBasis)}
      {doubt && <span class="ta-badge ta-grey ta-small">{doubt}</span>}
    </p>
  );
}
