// The parts of the frame that are only read.
import {showDate, showInstant} from '../lib/dates.js';
import {showMoney} from '../lib/money.js';
import {Basis} from './Head.jsx';
import {Notice} from './Notices.jsx';

const RESULT_KIND = {ELIGIBLE: 'green', INELIGIBLE: 'red', UNDECIDED: 'amber'};

export function Assessment({eligibility, calculation, t}) {
  if (!eligibility && !calculation) {
    return null;
  }
  return (
    <section class="ta-section" aria-label={t('section.assessment')} aria-live="polite">
      {eligibility && (
        <Notice
          kind={RESULT_KIND[eligibility.result] ?? 'grey'}
          title={`${t('eligibility')}: ${eligibility.resultLabel ?? eligibility.result}`}
        >
          {eligibility.explanation && <p>{eligibility.explanation}</p>}
          <Basis legalBasis={eligibility.article} confidence={eligibility.confidence} t={t} />
        </Notice>
      )}
      {calculation && <Calculation calculation={calculation} t={t} />}
    </section>
  );
}

function Calculation({calculation, t}) {
  // what is paid once is never added to what is paid each month or year
  const alone = calculation.totals.length === 1;
  return (
    <details class="ta-fold" open>
      <summary>
        {t('calculation')}:{' '}
        <strong>
          {calculation.totals
            .map(total => (alone ? showMoney(total.amount) : `${showMoney(total.amount)} ${total.periodicity}`))
            .join(' + ')}
        </strong>
      </summary>
      <div class="ta-scroll">
        <table class="ta-table">
          <thead>
            <tr>
              <th scope="col">{t('calc.line')}</th>
              <th scope="col" class="ta-right">
                {t('calc.quantity')}
              </th>
              <th scope="col" class="ta-right">
                {t('calc.unit')}
              </th>
              <th scope="col" class="ta-right">
                {t('calc.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {calculation.lines.map((line, index) => (
              <tr key={index}>
                <td>
                  {line.label} <span class="ta-note">({line.periodicity})</span>
                  {line.recipient && <p class="ta-note">{t('calc.recipient', line.recipient)}</p>}
                  {line.note && <p class="ta-note">{line.note}</p>}
                  <Basis legalBasis={line.legalBasis} confidence={line.confidence} t={t} />
                </td>
                <td class="ta-right">{line.quantity}</td>
                <td class="ta-right ta-nowrap">{showMoney(line.unitAmount)}</td>
                <td class="ta-right ta-nowrap">{showMoney(line.amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {calculation.totals.map(total => (
              <tr key={total.periodicity}>
                <th scope="row" colSpan={3}>
                  {alone ? t('calc.total') : t('calc.totalOf', total.periodicity)}
                </th>
                <td class="ta-right ta-nowrap ta-strong">{showMoney(total.amount)}</td>
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
      {calculation.totals.map(total => (
        <p key={total.periodicity} class="ta-note">
          {t('calc.words', total.inWords)}
        </p>
      ))}
    </details>
  );
}

/** What a checker or signer is asked to agree with. */
export function Proposal({task, statements, t}) {
  const proposed =
    ['check', 'sign'].includes(task?.phase) &&
    statements.findLast(said => said.step === task.step && (said.phase ?? 'prepare') === 'prepare');
  return proposed ? (
    <Notice kind="brand" title={t('proposal', proposed.outcomeLabel)}>
      {proposed.body && <p>{t('statement.body', proposed.body)}</p>}
      {proposed.reason && <p>{proposed.reason}</p>}
      <p class="ta-note">{[proposed.by, showInstant(proposed.at)].filter(Boolean).join(' · ')}</p>
    </Notice>
  ) : null;
}

/** What earlier steps said, newest first and open. */
export function Statements({statements, t}) {
  if (!statements.length) {
    return null;
  }
  const newest = statements.length - 1;
  return (
    <section class="ta-section" aria-labelledby="ta-statements-title">
      <h3 id="ta-statements-title">{t('section.statements')}</h3>
      {statements.map((statement, index) => (
        <Said key={index} statement={statement} open={index === newest} t={t}>
          <>
            <strong>{statement.stepName}</strong>
            {['check', 'sign'].includes(statement.phase) && ` · ${t(`phase.${statement.phase}`)}`}
            {statement.outcomeLabel && <span class="ta-badge ta-grey">{statement.outcomeLabel}</span>}
            <span class="ta-note">
              {[statement.by, statement.office, showInstant(statement.at)].filter(Boolean).join(' · ')}
            </span>
          </>
        </Said>
      ))}
    </section>
  );
}

/** One statement; one that says nothing beyond its outcome is a line that does not unfold. */
function Said({statement, open, t, children}) {
  const {body, reason, items = [], groups = []} = statement;
  if (!body && !reason && !items.length && !groups.length) {
    return <div class="ta-fold ta-fold-line">{children}</div>;
  }
  return (
    <details class="ta-fold" open={open}>
      <summary>{children}</summary>
      {body && <p class="ta-said">{t('statement.body', body)}</p>}
      {reason && <p class="ta-quote">{reason}</p>}
      {items.length > 0 && (
        <ul>
          {items.map(item => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      <Groups groups={groups} />
    </details>
  );
}

export function Application({groups, open, t}) {
  if (!groups.length) {
    return null;
  }
  return (
    <section class="ta-section">
      <details class="ta-fold" open={open}>
        <summary>
          <strong>{t('section.application')}</strong>
        </summary>
        <Groups groups={groups} />
      </details>
    </section>
  );
}

function Groups({groups}) {
  return groups.map((group, index) => (
    <div key={index} class="ta-group">
      {group.title && <h4>{group.title}</h4>}
      {group.fields?.length > 0 && (
        <dl class="ta-list">
          {group.fields.map((field, at) => (
            <div key={at}>
              <dt>{field.label}</dt>
              <dd>{showDate(field.value) || '–'}</dd>
            </div>
          ))}
        </dl>
      )}
      {(group.tables ?? []).map((table, at) => (
        <div key={at} class="ta-scroll">
          <table class="ta-table">
            {table.title && <caption>{table.title}</caption>}
            <thead>
              <tr>
                {table.columns.map(column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, line) => (
                <tr key={line}>
                  {row.map((cell, column) => (
                    <td key={column}>{showDate(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </div>
  ));
}

export function Documents({documents, title, t, preview}) {
  if (!documents.length) {
    return null;
  }
  return (
    <section class="ta-section" aria-label={title}>
      <h3>{title}</h3>
      <ul class="ta-plain">
        {documents.map(document => (
          <li key={document.id} class="ta-row ta-spread ta-line">
            <span>
              {document.name}
              {document.symbol && <span class="ta-note"> {document.symbol}</span>}
              {document.statusLabel && <span class="ta-badge ta-grey ta-small">{document.statusLabel}</span>}
            </span>
            <span class="ta-formats">
              {document.pdfUrl && (
                <>
                  <button
                    type="button"
                    class="ta-link"
                    aria-label={t('documents.view', document.name)}
                    onClick={() => preview({name: document.name, url: document.pdfUrl, mediaType: 'application/pdf'})}
                  >
                    {t('documents.pdf')}
                  </button>
                </>
              )}
              {document.wordUrl && (
                <a class="ta-link" href={document.wordUrl} download>
                  {t('documents.word')}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Timeline({entries, t}) {
  if (!entries.length) {
    return null;
  }
  return (
    <section class="ta-section">
      <details class="ta-fold">
        <summary>
          <strong>{t('section.timeline')}</strong> <span class="ta-note">({entries.length})</span>
        </summary>
        <ol class="ta-timeline">
          {entries.map((entry, index) => (
            <li key={index}>
              <span class="ta-timeline-at">{showInstant(entry.at)}</span>
              <div>
                <strong>{entry.what}</strong>
                {entry.who && <span class="ta-note"> {entry.who}</span>}
                {entry.note && <p>{entry.note}</p>}
              </div>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
