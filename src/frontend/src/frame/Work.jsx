import {useCallback, useEffect, useLayoutEffect, useRef, useState} from 'preact/hooks';
import {api, Problem} from '../lib/api.js';
import {openStepForm} from '../form/stepform.js';
import {showInstant} from '../lib/dates.js';
import {HandOn} from './HandOn.jsx';
import {Head} from './Head.jsx';
import {Application, Assessment, Documents, Proposal, Statements, Timeline} from './Reading.jsx';
import {Papers} from './Papers.jsx';
import {paperState} from './paperstate.js';
import {Done, Outcomes} from './Outcomes.jsx';
import {Notice, ProblemSummary} from './Notices.jsx';
import {Preview} from './Preview.jsx';
import {HeldNotice, Note} from './Remarks.jsx';
import {draftKey, dropDraft, loadDraft, saveDraft} from './drafts.js';

const AUTOSAVE_MILLIS = 3000;
/** The server is asked when nothing was typed for so long. */
const PAUSE_MILLIS = 400;

/** Loads what belongs to the task or the procedure and shows it, again after each claim. */
export function Frame({taskId, procedure, t, done, close, refresh, reloader}) {
  const [state, setState] = useState({phase: 'loading'});
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    setState(before => ({...before, phase: before.frame ? 'reloading' : 'loading'}));
    (taskId ? api.taskFrame(taskId) : api.intake(procedure)).then(
      frame => current && setState({phase: 'ready', frame, round}),
      problem => current && setState({phase: 'failed', problem})
    );
    return () => {
      current = false;
    };
  }, [taskId, procedure, round]);
  const reload = () => setRound(count => count + 1);
  useEffect(() => reloader(reload), []);

  if (state.phase === 'loading') {
    return (
      <p class="ta-loading" role="status">
        {t('loading')}
      </p>
    );
  }
  if (state.phase === 'failed') {
    return <LoadFailure problem={state.problem} t={t} reload={reload} />;
  }
  return (
    <Work
      key={state.round}
      taskId={taskId}
      procedure={procedure}
      frame={state.frame}
      t={t}
      done={done}
      close={close}
      refresh={refresh}
      reload={reload}
    />
  );
}

function LoadFailure({problem, t, reload}) {
  return (
    <Notice kind="red" title={problem.status === 401 ? t('error.session') : t('load.failed')}>
      <p>{problem.status === 401 ? t('error.sessionHelp') : (problem.sentence?.(t) ?? t('error.unexpected'))}</p>
      <p class="ta-row">
        {problem.status === 401 && (
          <a class="ta-button" href="/login" target="_blank" rel="noopener">
            {t('error.login')}
          </a>
        )}
        <button type="button" class="ta-button" onClick={reload}>
          {t('retry')}
        </button>
      </p>
    </Notice>
  );
}

function Work({taskId, procedure, frame, t, done, close, refresh, reload}) {
  const {task, hold} = frame;
  // what is about to be signed or issued is read first
  const drafts = (frame.documents ?? []).filter(document => ['DRAFT', 'SIGNED'].includes(document.status));
  const others = (frame.documents ?? []).filter(document => !drafts.includes(document));
  const editable = !hold && (!task || task.mine);
  const papersEditable = editable && frame.papersEditable !== false;
  const key = draftKey(taskId, procedure);
  const [draft, setDraft] = useState(() => (editable ? loadDraft(key) : null));
  const [papers, setPapers] = useState(() => paperState(frame.papers ?? [], draft?.papers));
  const [problem, setProblem] = useState(null);
  const [result, setResult] = useState(null);
  const [preview, setPreview] = useState(null);
  const [formRound, setFormRound] = useState(0);
  const [handingOn, setHandingOn] = useState(false);
  const stepForm = useRef(null);
  const panel = useRef(draft?.panel ?? null);
  const changed = useRef(false);
  const top = useRef();

  // -- keeping what is typed ------------------------------------------------------------------------
  const papersNow = useRef(papers);
  papersNow.current = papers;
  const save = useCallback(() => {
    if (changed.current && editable) {
      changed.current = false;
      saveDraft(key, {data: stepForm.current?.draft(), papers: papersNow.current, panel: panel.current});
    }
  }, [key, editable]);
  useEffect(() => {
    const timer = setInterval(save, AUTOSAVE_MILLIS);
    window.addEventListener('pagehide', save);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);
  // counts changes, so that a late answer is not shown over newer ones
  const edits = useRef(0);
  const touch = useCallback(() => {
    changed.current = true;
    edits.current++;
  }, []);
  const forgetSolved = (listed = papersNow.current) => setProblem(met => stillOpen(met, stepForm.current, listed));
  const changePapers = next => {
    touch();
    setPapers(next);
    forgetSolved(next);
  };
  const discard = () => {
    dropDraft(key);
    changed.current = false;
    panel.current = null;
    setDraft(null);
    setProblem(null);
    setPapers(paperState(frame.papers ?? []));
    setFormRound(count => count + 1);
  };

  // -- papers that depend on the answers ---------------------------------------------------------------
  const papersTimer = useRef();
  const papersTurn = useRef(0);
  // a paper that the answers hide and bring back keeps its ticks and files
  const everListed = useRef(new Map());
  papers.forEach(paper => everListed.current.set(paper.kind, paper));
  const askPapers = useCallback(() => {
    if (!frame.papersUrl) {
      return;
    }
    clearTimeout(papersTimer.current);
    papersTimer.current = setTimeout(async () => {
      const turn = ++papersTurn.current;
      try {
        const listed = await api.post(frame.papersUrl, {data: stepForm.current?.data() ?? {}});
        if (turn === papersTurn.current) {
          setPapers(paperState(listed.papers ?? [], [...everListed.current.values()]));
        }
      } catch {
        // the list stays as it was; the server checks again when the outcome is sent
      }
    }, PAUSE_MILLIS);
  }, [frame.papersUrl]);
  useEffect(() => () => clearTimeout(papersTimer.current), []);

  // -- what the decision tables say of the answers so far ------------------------------------------------
  const [assessment, setAssessment] = useState({eligibility: frame.eligibility, calculation: frame.calculation});
  const assessTimer = useRef();
  const assessTurn = useRef(0);
  const askAssessment = useCallback(() => {
    if (!frame.assessUrl) {
      return;
    }
    clearTimeout(assessTimer.current);
    assessTimer.current = setTimeout(async () => {
      const turn = ++assessTurn.current;
      try {
        const said = await api.post(frame.assessUrl, stepForm.current?.data() ?? {});
        if (turn === assessTurn.current) {
          setAssessment(said);
        }
      } catch {
        // a suggestion only; the server decides again when the outcome is sent
      }
    }, PAUSE_MILLIS);
  }, [frame.assessUrl]);
  useEffect(() => () => clearTimeout(assessTimer.current), []);
  const answersChanged = () => {
    askPapers();
    askAssessment();
  };

  // -- sending -----------------------------------------------------------------------------------------
  const problemsOf = outcome => {
    // what is missing must not stop somebody from sending a file back
    const found = outcome.style === 'primary' ? (stepForm.current?.check() ?? []) : [];
    setProblem(found.length ? {problems: found} : null);
    if (found.length) {
      addProblemsOfServer(outcome, found);
    }
    return found;
  };
  /** Some faults only the server sees; they are told together with those of the page. */
  const addProblemsOfServer = async (outcome, found) => {
    const asked = edits.current;
    let all;
    try {
      all = (await api.problems(taskId, procedure, bodyOf(outcome, {}))).problems ?? [];
    } catch {
      // the page has faults to show anyway; the server is asked again when the outcome is sent
      return;
    }
    const known = new Set(found.map(each => each.field));
    const more = all.filter(each => !known.has(each.field));
    if (more.length && stepForm.current && asked === edits.current) {
      const {shown, rest} = stepForm.current.showProblems([...found, ...more]);
      setProblem({problems: [...shown, ...rest]});
    }
  };
  const bodyOf = (outcome, answers) => ({
    outcome: outcome.code,
    reasonCode: answers.reasonCode ?? null,
    reason: answers.reason ?? null,
    items: answers.items ?? [],
    body: answers.body ?? null,
    data: stepForm.current?.data() ?? {},
    // null leaves the checklist as it is
    papers: !papersEditable ? null : papers.map(({kind, received, copyKind, quantity, officerNote, files}) => ({
      kind,
      received,
      copyKind,
      quantity,
      note: officerNote,
      files: files.map(file => file.id)
    })),
    confirmDuplicate: Boolean(answers.confirmDuplicate)
  });
  const send = async (outcome, answers, idempotencyKey) => {
    const body = bodyOf(outcome, answers);
    setProblem(null);
    clearTimeout(papersTimer.current);
    clearTimeout(assessTimer.current);
    changed.current = true;
    save();
    try {
      const answer = taskId
        ? await api.sendOutcome(taskId, body, idempotencyKey)
        : await api.sendIntake(procedure, body, idempotencyKey);
      dropDraft(key);
      changed.current = false;
      finish(outcome, answer);
      return null;
    } catch (failure) {
      const met = failure instanceof Problem ? failure : new Problem(-1);
      if (!(failure instanceof Problem)) {
        console.error(failure);
      }
      if (!met.duplicates) {
        const placed =
          met.problems.length && stepForm.current
            ? stepForm.current.showProblems(met.problems)
            : {shown: [], rest: met.problems};
        setProblem({failure: met, problems: [...placed.shown, ...placed.rest]});
      }
      return met;
    }
  };
  const giveBack = async () => {
    save();
    try {
      await api.unclaim(taskId);
      refresh({claimed: taskId});
      reload();
    } catch (failure) {
      setProblem({failure: failure instanceof Problem ? failure : new Problem(-1)});
    }
  };
  const handOn = task?.successors?.length ? () => setHandingOn(true) : null;
  const handedOn = () => {
    refresh({claimed: taskId});
    reload();
  };
  const finish = (outcome, answer) => {
    // a task that leaves nothing to print or to open closes at once
    if (taskId && !answer.documents?.length && !answer.nextTask) {
      done(answer);
      return;
    }
    setResult({outcome, answer});
    refresh(answer);
  };

  useLayoutEffect(() => {
    if (result) {
      top.current?.focus();
      top.current?.scrollIntoView({block: 'start'});
    }
  }, [result]);

  if (result) {
    return (
      <Done
        innerRef={top}
        result={result.answer}
        intake={!taskId}
        accepted={!taskId && result.outcome.style === 'primary'}
        t={t}
        close={() => done(result.answer)}
        preview={setPreview}
      >
        {preview && <Preview file={preview} t={t} close={() => setPreview(null)} />}
      </Done>
    );
  }

  return (
    <div class="ta-work" ref={top} tabIndex={-1}>
      <Head frame={frame} t={t} giveBack={hold ? null : giveBack} handOn={handOn} />
      {hold && <HeldNotice hold={hold} t={t} />}
      {(frame.notes ?? []).map(note => (
        <Note key={note.id} note={note} t={t} />
      ))}
      {task && !task.mine && !hold && <ClaimBar task={task} t={t} reload={reload} refresh={refresh} handOn={handOn} />}
      {handingOn && (
        <HandOn task={task} t={t} cancel={() => setHandingOn(false)} done={handedOn} reload={reload} />
      )}
      {(frame.warnings ?? []).map(warning => (
        <Notice key={warning} kind="amber">
          {warning}
        </Notice>
      ))}
      {draft?.savedAt && (
        <Notice kind="grey">
          <span>{t('draft.restored', showInstant(draft.savedAt))}</span>{' '}
          <button type="button" class="ta-link" onClick={discard}>
            {t('draft.discard')}
          </button>
        </Notice>
      )}
      {problem && <ProblemSummary problem={problem} t={t} reload={reload} />}
      <Proposal task={task} statements={frame.statements ?? []} t={t} />
      <Assessment {...assessment} t={t} />
      {drafts.length > 0 && <Documents documents={drafts} title={t('section.drafts')} t={t} preview={setPreview} />}
      <Statements statements={frame.statements ?? []} t={t} />
      <Application groups={frame.application ?? []} open={!frame.statements?.length && !frame.form} t={t} />
      {frame.form && (
        <section class="ta-section" aria-labelledby="ta-form-title">
          <h3 id="ta-form-title">{task ? t('section.form') : t('section.intakeForm')}</h3>
          <FormHost
            key={formRound}
            frame={frame}
            readOnly={!editable}
            t={t}
            opened={stepForm}
            data={draft?.data ?? frame.data ?? {}}
            onReady={() => draft?.data && answersChanged()}
            onChange={() => {
              touch();
              answersChanged();
              forgetSolved();
            }}
          />
        </section>
      )}
      {papers.length > 0 && (
        <Papers
          papers={papers}
          editable={papersEditable}
          t={t}
          problems={problem?.problems ?? []}
          onChange={changePapers}
          preview={setPreview}
        />
      )}
      <Documents documents={others} title={t('section.documents')} t={t} preview={setPreview} />
      <Timeline entries={frame.timeline ?? []} t={t} />
      {editable && (
        <Outcomes
          outcomes={frame.outcomes ?? []}
          papers={papers}
          t={t}
          check={problemsOf}
          send={send}
          problems={problem?.problems ?? []}
          stored={draft?.panel ?? null}
          remember={answers => {
            panel.current = answers;
            touch();
          }}
          close={close}
        />
      )}
      {preview && <Preview file={preview} t={t} close={() => setPreview(null)} />}
    </div>
  );
}

/** What stopped an outcome, without what was put right since. */
function stillOpen(met, form, papers) {
  const before = met?.problems ?? [];
  const here = new Set(papers.filter(paper => paper.received || paper.files.length).map(paper => paper.kind));
  const open = (form?.open(before) ?? before).filter(({field}) => !here.has(/^papers[.[]+([\w-]+)/.exec(field)?.[1]));
  if (!met || open.length === before.length) {
    return met;
  }
  // a refusal about more than the fields stays until the server is asked again
  return open.length || (met.failure && met.failure.status !== 422) ? {...met, problems: open, shorter: true} : null;
}

/** The form-js viewer lives outside of this tree; this keeps its place. */
function FormHost({frame, data, readOnly, t, opened, onReady, onChange}) {
  const host = useRef();
  const [problem, setProblem] = useState(null);
  const [ready, setReady] = useState(false);
  const changed = useRef(onChange);
  changed.current = onChange;
  useEffect(() => {
    let form = null;
    let gone = false;
    openStepForm({
      container: host.current,
      schema: frame.form,
      data,
      readOnly,
      t,
      api: {...api, options: source => frame.options?.[source] ?? api.options(source)},
      onChange: () => changed.current()
    }).then(
      created => {
        if (gone) {
          created.destroy();
          return;
        }
        form = created;
        opened.current = created;
        setReady(true);
        onReady();
      },
      failure => {
        console.error(failure);
        setProblem(failure);
      }
    );
    return () => {
      gone = true;
      opened.current = null;
      form?.destroy();
    };
  }, []);
  return (
    <>
      {problem && (
        <Notice kind="red" title={t('load.failed')}>
          {problem.sentence?.(t) ?? problem.message}
        </Notice>
      )}
      {!problem && !ready && (
        <p class="ta-loading" role="status">
          {t('loading')}
        </p>
      )}
      <div ref={host} class={`ta-form${readOnly ? ' ta-form-readonly' : ''}`} />
    </>
  );
}

function whatAClaimIs({awayUntil, assigneeName, assignee, behalf}, t) {
  if (awayUntil) {
    return t('claim.standIn', assigneeName ?? assignee, awayUntil);
  }
  return behalf ? t('claim.behalf', behalf.name, behalf.until) : t('claim.text');
}

function ClaimBar({task, t, reload, refresh, handOn}) {
  const handOnButton = handOn && (
    <button type="button" class="ta-button" onClick={handOn}>
      {t('handOn.open')}
    </button>
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(null);
  const claim = async () => {
    if (busy) {
      return;
    }
    setBusy(true);
    try {
      await api.claim(task.id);
      refresh({claimed: task.id});
      reload();
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  };
  if (!task.claimable) {
    return (
      <Notice kind="grey">
        <div class="ta-row ta-spread">
          <span>
            {task.assigneeName || task.assignee
              ? t(task.takenAt ? 'claim.since' : 'claim.other', task.assigneeName ?? task.assignee, task.takenAt)
              : t('error.forbidden')}
          </span>
          {handOnButton}
        </div>
      </Notice>
    );
  }
  return (
    <Notice kind="brand">
      <div class="ta-row ta-spread">
        <span>{whatAClaimIs(task, t)}</span>
        <span class="ta-row">
          {handOnButton}
          <button type="button" class="ta-button ta-primary" disabled={busy} onClick={claim}>
            {t('claim.do')}
          </button>
        </span>
      </div>
      {problem && (
        <p class="ta-error" role="alert">
          {problem.sentence?.(t) ?? t('error.unexpected')}{' '}
          <button type="button" class="ta-link" onClick={reload}>
            {t('reload')}
          </button>
        </p>
      )}
    </Notice>
  );
}
