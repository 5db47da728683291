// Tasklist's plugins: what our cards and its header show. Loaded through tasklist/scripts/custom/tri-an.js.
import {api} from '../lib/api.js';
import {element} from '../lib/html.js';
import {pageLanguage} from '../lib/language.js';
import {texts} from '../lib/texts.js';
import {learnEnglish, relabel} from './labels.js';
import {languageButton} from './switch.js';

const t = texts(pageLanguage());

// -- cards: one call for all cards that are drawn in the same moment ------------------------------------

/** A card keeps its answer this long, so that a list that redraws itself asks once. */
const FRESH_MILLIS = 8000;
const known = new Map();
let waiting = new Map();

function ask(taskId) {
  const before = known.get(taskId);
  if (before && Date.now() - before.at < FRESH_MILLIS) {
    return before.answer;
  }
  if (!waiting.has(taskId)) {
    if (waiting.size === 0) {
      // a tick is too short: Tasklist draws its cards over several digests
      setTimeout(askAll, 20);
    }
    let resolve;
    const answer = new Promise(done => {
      resolve = done;
    });
    waiting.set(taskId, {answer, resolve});
    known.set(taskId, {answer, at: Date.now()});
  }
  return waiting.get(taskId).answer;
}

async function askAll() {
  const batch = waiting;
  waiting = new Map();
  let items = [];
  try {
    const answer = await api.workItems([...batch.keys()]);
    items = Array.isArray(answer) ? answer : (answer.items ?? []);
  } catch {
    batch.forEach((entry, taskId) => known.delete(taskId));
  }
  const byTask = new Map(items.map(item => [item.taskId, item]));
  batch.forEach(({resolve}, taskId) => resolve(byTask.get(taskId) ?? null));
  if (known.size > 500) {
    known.clear();
  }
}

async function drawCard(node, {taskId}) {
  node.classList.add('ta-card-slot');
  const item = await ask(taskId);
  if (!item || !node.isConnected) {
    return;
  }
  nameTask(node, item.taskName);
  const {caseCode, ownerName, procedureName, levelLabel, assigneeName, behalfName, held, color, timeText} = item;
  node.replaceChildren(
    element(
      'div',
      {class: 'ta-task-card'},
      element(
        'div',
        {class: 'ta-task-line'},
        element('span', {class: 'ta-task-owner'}, ownerName ?? ''),
        timeText && element('span', {class: `ta-badge ta-${(color ?? 'GREY').toLowerCase()}`}, timeText)
      ),
      element(
        'div',
        {class: 'ta-task-code'},
        `${caseCode ?? ''} `,
        held && element('span', {class: 'ta-badge ta-amber'}, t('hold.badge'))
      ),
      element('div', {class: 'ta-task-note'}, [procedureName, levelLabel].filter(Boolean).join(' · ')),
      assigneeName && element('div', {class: 'ta-task-note'}, t('card.assignee', assigneeName)),
      behalfName && element('div', {class: 'ta-task-note'}, t('card.behalf', behalfName))
    )
  );
}

/** The engine knows a task by its Vietnamese name only. */
function nameTask(node, name) {
  const title = node.closest('li.task')?.querySelector('h4.task a');
  if (name && title && t.lang === 'en') {
    title.textContent = name;
  }
}

// -- header ------------------------------------------------------------------------------------------------

function link(id, href, text, priority) {
  return {
    id,
    pluginPoint: 'tasklist.navbar.action',
    priority,
    render: node => node.append(element('a', {href, target: '_self'}, text))
  };
}

/** The other of the two languages; Tasklist reads its texts once, at its start. */
const languageSwitch = {
  id: 'tri-an-language',
  pluginPoint: 'tasklist.navbar.action',
  priority: 10,
  render: node => node.append(languageButton(t))
};

// The frame is wanted within seconds of opening Tasklist: fetch it while nothing else is going on.
const idle = window.requestIdleCallback ?? (work => setTimeout(work, 1500));
idle(() =>
  document.head.append(element('link', {rel: 'modulepreload', href: new URL('./frame.js', import.meta.url).href}))
);

if (t.lang === 'en') {
  // without an answer the Vietnamese names stay
  api
    .tasklistNames()
    .then(learnEnglish, () => {})
    .then(() => relabel(t.lang));
} else {
  relabel(t.lang);
}

export default [
  {
    id: 'tri-an.card',
    pluginPoint: 'tasklist.card',
    priority: 100,
    render: (node, data) => {
      drawCard(node, data);
    }
  },
  link('tri-an-home', '/', t('nav.home'), 900),
  link('tri-an-lists', '/lists', t('nav.lists'), 850),
  languageSwitch
];
