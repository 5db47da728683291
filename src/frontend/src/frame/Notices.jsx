import {useEffect, useRef} from 'preact/hooks';

/** A framed remark; kinds: green, amber, red, grey, brand. */
export function Notice({kind, title, children}) {
  return (
    <div class={`ta-notice ta-${kind}`} role={kind === 'red' ? 'alert' : undefined}>
      {title && <strong class="ta-notice-title">{title}</strong>}
      {children}
    </div>
  );
}

/** What stopped the outcome, on top, with a way to each field. Takes the focus when it appears. */
export function ProblemSummary({problem, t, reload}) {
  const box = useRef();
  const {failure, problems = []} = problem;
  useEffect(() => {
    // a list that gets shorter while the fields are put right must not take the focus from them
    if (!problem.shorter) {
      box.current?.focus({preventScroll: true});
      box.current?.scrollIntoView({block: 'center'});
    }
  }, [problem]);
  const title =
    failure?.status === 401
      ? t('error.session')
      : failure?.status === 409
        ? failure.title || t('error.conflict')
        : problems.length
          ? t('error.summary', problems.length)
          : failure?.title || t('error.title');
  const sentence =
    failure &&
    (failure.status === 401 ? t('error.sessionHelp') : problems.length ? null : failure.sentence(t));
  return (
    <div class="ta-notice ta-red" role="alert" tabIndex={-1} ref={box}>
      <strong class="ta-notice-title">{title}</strong>
      {sentence && <p>{sentence}</p>}
      {problems.length > 0 && (
        <ul class="ta-problems">
          {problems.map(({field, message, label, id}, index) => (
            <li key={index}>
              {id || anchorOf(field) ? (
                <a href={`#${id ?? anchorOf(field)}`} onClick={event => jump(event, id ?? anchorOf(field))}>
                  {label && !message.includes(label) ? `${label}: ${message}` : message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      )}
      {failure?.status === 401 && (
        <p class="ta-row">
          <a class="ta-button" href="/login" target="_blank" rel="noopener">
            {t('error.login')}
          </a>
        </p>
      )}
      {failure?.status === 409 && (
        <p class="ta-row">
          <button type="button" class="ta-button" onClick={reload}>
            {t('reload')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Places of the frame that are not fields of the form. */
function anchorOf(field) {
  const paper = /^papers[.[]+([\w-]+)/.exec(field ?? '');
  if (paper) {
    return `ta-paper-${paper[1]}`;
  }
  return (
    {
      reason: 'ta-reason',
      reasonCode: 'ta-reason-code',
      items: 'ta-items',
      'body.name': 'ta-body-name',
      body: 'ta-body-name'
    }[field] ?? null
  );
}

/** Tasklist routes by the part of the address behind #, so links inside the frame only move the focus. */
function jump(event, id) {
  event.preventDefault();
  // a group of boxes has no element of its own, only its boxes do
  const target =
    document.getElementById(id) ?? document.querySelector(`[id^="${CSS.escape(id)}-"]:is(input, select, textarea)`);
  target?.scrollIntoView({block: 'center'});
  (target?.matches('input, select, textarea, button')
    ? target
    : (target?.querySelector('input, select, textarea, button') ?? target)
  )?.focus({preventScroll: true});
}
