import {useEffect, useRef, useState} from 'preact/hooks';
import {api} from '../lib/api.js';
import {checkAnswers, emptyAnswers, stillWrong, toBody} from './answers.js';
import {Field} from './Field.jsx';

/** More buttons than this would take the room of the form; the rest wait behind one more. */
const FEW = 5;

const BODY_KINDS = [
  'OTHER_PROVINCE',
  'MINISTRY',
  'MEDICAL_COUNCIL',
  'FORENSIC',
  'MILITARY',
  'SOCIAL_INSURANCE',
  'OTHER'
];

/** The outcomes as buttons; each opens a panel that asks for what it needs, or is sent at once. */
export function Outcomes({outcomes, papers, t, check, send, problems, stored, remember}) {
  const [chosen, setChosen] = useState(() => outcomes.find(outcome => outcome.code === stored?.outcome) ?? null);
  const [answers, setAnswers] = useState(stored?.answers ?? null);
  const [sending, setSending] = useState(false);
  const [more, setMore] = useState(false);
  const [own, setOwn] = useState({});
  const [refusals, setRefusals] = useState(0);
  const [duplicates, setDuplicates] = useState(null);
  const busy = useRef(false);
  // one key per decision: a second click or a retry after a broken line counts once
  const key = useRef(crypto.randomUUID());
  const last = useRef(null);

  const change = update => {
    const next = {...answers, ...update};
    setAnswers(next);
    setOwn(stillWrong(own, chosen, next, t));
    remember({outcome: chosen.code, answers: next});
  };
  const choose = outcome => {
    if (busy.current) {
      return;
    }
    setOwn({});
    setDuplicates(null);
    if (check(outcome).length) {
      return;
    }
    if (chosen?.code !== outcome.code || last.current !== outcome.code) {
      key.current = crypto.randomUUID();
      last.current = outcome.code;
    }
    if (!outcome.needs?.length) {
      setChosen(null);
      submit(outcome, {});
      return;
    }
    const fresh = emptyAnswers(outcome, papers);
    setChosen(outcome);
    setAnswers(fresh);
    remember({outcome: outcome.code, answers: fresh});
  };
  const cancel = () => {
    setChosen(null);
    setOwn({});
    remember(null);
  };
  const submit = async (outcome, given) => {
    if (busy.current) {
      return;
    }
    busy.current = true;
    setSending(true);
    const failure = await send(outcome, given, key.current);
    busy.current = false;
    setSending(false);
    if (failure?.duplicates) {
      setDuplicates({outcome, given, list: failure.duplicates, detail: failure.detail});
    }
  };
  const confirm = event => {
    event?.preventDefault();
    const found = checkAnswers(chosen, answers, t);
    setOwn(found);
    if (Object.keys(found).length) {
      setRefusals(refusals + 1);
      return;
    }
    if (!check(chosen).length) {
      submit(chosen, toBody(chosen, answers));
    }
  };
  if (!outcomes.length) {
    return <p class="ta-note">{t('outcome.none')}</p>;
  }
  const rare = outcomes.length > FEW ? outcomes.filter(outcome => outcome.style === 'secondary') : [];
  const shown = more || rare.includes(chosen) ? outcomes : outcomes.filter(outcome => !rare.includes(outcome));
  const messageOf = field => own[field] ?? problems.find(problem => problem.field === field)?.message;
  return (
    <section
      class={`ta-section ta-decision${chosen || duplicates ? '' : ' ta-sticky'}`}
      aria-labelledby="ta-decision-title"
    >
      <h3 id="ta-decision-title" class="ta-hidden">
        {t('section.decision')}
      </h3>
      <div class="ta-row ta-outcomes" role="group" aria-labelledby="ta-decision-title">
        {shown.map(outcome => (
          <button
            key={outcome.code}
            type="button"
            disabled={sending}
            class={`ta-button ta-${outcome.style ?? 'secondary'}`}
            data-outcome={outcome.code}
            aria-expanded={outcome.needs?.length ? chosen?.code === outcome.code : undefined}
            onClick={() => choose(outcome)}
          >
            {outcome.label}
            {outcome.needs?.length ? '…' : ''}
          </button>
        ))}
        {rare.length > 0 && !rare.includes(chosen) && (
          <button type="button" class="ta-button ta-more" aria-expanded={more} onClick={() => setMore(!more)}>
            {t('outcome.more', rare.length)} <span aria-hidden="true">{more ? '▴' : '▾'}</span>
          </button>
        )}
        {sending && (
          <span class="ta-note" role="status">
            {t('outcome.sending')}
          </span>
        )}
      </div>
      {duplicates && (
        <Duplicates
          found={duplicates}
          t={t}
          sending={sending}
          no={() => setDuplicates(null)}
          yes={() => {
            const {outcome, given} = duplicates;
            setDuplicates(null);
            submit(outcome, {...given, confirmDuplicate: true});
          }}
        />
      )}
      {chosen && answers && !duplicates && (
        <Panel
          outcome={chosen}
          answers={answers}
          change={change}
          confirm={confirm}
          cancel={cancel}
          sending={sending}
          messageOf={messageOf}
          refusals={refusals}
          t={t}
        />
      )}
    </section>
  );
}

function Panel({outcome, answers, change, confirm, cancel, sending, messageOf, refusals, t}) {
  const box = useRef();
  const needs = new Set(outcome.needs ?? []);
  useEffect(() => {
    box.current?.scrollIntoView({block: 'nearest'});
    box.current?.querySelector('select, textarea, input, button')?.focus({preventScroll: true});
  }, [outcome.code]);
  // the messages push the buttons down: both they and what is wrong stay in sight
  useEffect(() => {
    if (refusals) {
      box.current?.querySelector('.ta-invalid :is(select, textarea, input)')?.focus({preventScroll: true});
      box.current?.scrollIntoView({block: 'nearest'});
    }
  }, [refusals]);
  const reason = outcome.reasons?.find(one => one.code === answers.reasonCode);
  const withWords = needs.has('reason') || needs.has('reasonCode');
  return (
    <form
      class="ta-panel"
      ref={box}
      noValidate
      onSubmit={confirm}
      onKeyDown={event => event.key === 'Escape' && cancel()}
      aria-label={outcome.label}
    >
      <h4>{t('outcome.confirm', outcome.label)}</h4>
      {needs.has('reasonCode') && (
        <Field id="ta-reason-code" label={t('outcome.reasonCode')} message={messageOf('reasonCode')} required>
          <select
            id="ta-reason-code"
            class="ta-input"
            value={answers.reasonCode}
            aria-describedby="ta-reason-code-message"
            onChange={event => change({reasonCode: event.target.value})}
          >
            <option value="">{t('outcome.choose')}</option>
            {(outcome.reasons ?? []).map(one => (
              <option key={one.code} value={one.code}>
                {one.label}
              </option>
            ))}
          </select>
          {reason?.article && <p class="ta-basis">{t('head.basis', reason.article)}</p>}
        </Field>
      )}
      {needs.has('items') && (
        <fieldset class={`ta-field${messageOf('items') ? ' ta-invalid' : ''}`} id="ta-items">
          <legend>
            {t('outcome.items')} <span class="ta-required">*</span>
          </legend>
          {answers.kinds.map((item, index) => (
            <label key={item.kind} class="ta-check">
              <input
                type="checkbox"
                checked={item.chosen}
                onChange={event =>
                  change({
                    kinds: answers.kinds.map((one, at) => (at === index ? {...one, chosen: event.target.checked} : one))
                  })
                }
              />{' '}
              {item.text}
            </label>
          ))}
          {answers.lines.map((line, index) => (
            <div key={index} class="ta-row ta-item">
              <input
                class="ta-input"
                type="text"
                maxLength={500}
                value={line}
                aria-label={t('outcome.itemLine')}
                placeholder={t('outcome.itemLine')}
                onInput={event =>
                  change({lines: answers.lines.map((one, at) => (at === index ? event.target.value : one))})
                }
              />
              <button
                type="button"
                class="ta-remove"
                aria-label={t('outcome.removeItem')}
                title={t('outcome.removeItem')}
                onClick={() => change({lines: answers.lines.filter((one, at) => at !== index)})}
              >
                ×
              </button>
            </div>
          ))}
          <button type="button" class="ta-link" onClick={() => change({lines: [...answers.lines, '']})}>
            + {t('outcome.addItem')}
          </button>
          {messageOf('items') && (
            <p class="ta-error" role="alert">
              {messageOf('items')}
            </p>
          )}
        </fieldset>
      )}
      {needs.has('body') && (
        <div class="ta-columns">
          <Field id="ta-body-kind" label={t('outcome.bodyKind')} message={messageOf('body.kind')} required>
            <select
              id="ta-body-kind"
              class="ta-input"
              value={answers.bodyKind}
              aria-describedby="ta-body-kind-message"
              onChange={event => change({bodyKind: event.target.value})}
            >
              <option value="">{t('outcome.choose')}</option>
              {BODY_KINDS.map(kind => (
                <option key={kind} value={kind}>
                  {t(`body.${kind}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field id="ta-body-name" label={t('outcome.bodyName')} message={messageOf('body.name')} required>
            <input
              id="ta-body-name"
              class="ta-input"
              type="text"
              maxLength={200}
              value={answers.bodyName}
              aria-describedby="ta-body-name-message"
              onInput={event => change({bodyName: event.target.value})}
            />
          </Field>
        </div>
      )}
      {withWords && (
        <Field
          id="ta-reason"
          label={needs.has('reasonCode') ? t('outcome.reason') : t('outcome.reasonOnly')}
          message={messageOf('reason')}
          required={needs.has('reason')}
        >
          <textarea
            id="ta-reason"
            class="ta-input"
            rows={3}
            maxLength={2000}
            value={answers.reason}
            aria-describedby="ta-reason-message"
            onInput={event => change({reason: event.target.value})}
          />
        </Field>
      )}
      <div class="ta-row">
        <button type="submit" class={`ta-button ta-${outcome.style ?? 'secondary'} ta-confirm`} disabled={sending}>
          {sending ? t('outcome.sending') : outcome.label}
        </button>
        <button type="button" class="ta-button" onClick={cancel} disabled={sending}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

function Duplicates({found, t, sending, yes, no}) {
  const box = useRef();
  useEffect(() => {
    box.current?.focus({preventScroll: true});
    box.current?.scrollIntoView({block: 'nearest'});
  }, []);
  return (
    <div class="ta-panel ta-notice ta-amber" role="alert" tabIndex={-1} ref={box}>
      <h4>{t('duplicate.title')}</h4>
      {found.detail && <p>{found.detail}</p>}
      <ul>
        {found.list.map(one => (
          <li key={one.caseCode}>
            <a href={`/cases/${encodeURIComponent(one.caseCode)}`} target="_blank" rel="noopener">
              {one.caseCode}
            </a>{' '}
            {[one.ownerName, one.stateLabel ?? one.state, one.office].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
      <p class="ta-strong">{t('duplicate.ask')}</p>
      <div class="ta-row">
        <button type="button" class="ta-button ta-danger" disabled={sending} onClick={yes}>
          {t('duplicate.yes')}
        </button>
        <button type="button" class="ta-button" onClick={no}>
          {t('duplicate.no')}
        </button>
      </div>
    </div>
  );
}

/** After the outcome took effect: the code, what to print, where to go. */
export function Done({innerRef, result, intake, accepted, t, close, preview, children}) {
  return (
    <div class="ta-done" ref={innerRef} tabIndex={-1} role="status">
      <div class="ta-done-mark" aria-hidden="true">
        ✓
      </div>
      <h2>{accepted ? t('done.received') : intake ? (result.message ?? t('done.title')).split(':')[0] : t('done.title')}</h2>
      {result.message && !(intake && result.caseCode) && <p>{result.message}</p>}
      {intake && result.caseCode && (
        <p class="ta-done-code">
          <span class="ta-note">{t('done.code')}</span>
          <strong>{result.caseCode}</strong>
        </p>
      )}
      <div class="ta-row ta-center">
        {(result.documents ?? []).map((document, index) => (
          <button
            key={document.pdfUrl}
            type="button"
            class={`ta-button${index === 0 ? ' ta-primary' : ''}`}
            onClick={() => preview({name: document.name, url: document.pdfUrl, mediaType: 'application/pdf'})}
          >
            {t('done.print', lowerFirst(document.name))}
          </button>
        ))}
        {result.caseCode && (
          <a class="ta-button" href={`/cases/${encodeURIComponent(result.caseCode)}`} target="_blank" rel="noopener">
            {t('done.open')}
          </a>
        )}
        {result.nextTask && !intake && (
          <a class="ta-button" href={`#/?task=${encodeURIComponent(result.nextTask)}`}>
            {t('done.next')}
          </a>
        )}
        <button type="button" class="ta-button" onClick={close}>
          {t('close')}
        </button>
      </div>
      {children}
    </div>
  );
}

function lowerFirst(text) {
  return text ? text[0].toLocaleLowerCase('vi') + text.slice(1) : '';
}
