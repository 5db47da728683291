// Draws a BPMN diagram into every element with `data-xml-url`:
//
//   <div class="ta-diagram" data-xml-url="/cases/X/diagram.xml" data-state-url="/cases/X/diagram-state"></div>
//
// or, with data-facts="id", colors it by the rows of that table, each with what it says of one activity in its data-*;
// activities become links.
//
// The state is {active: [ids], done: [ids], late: [ids], counts: {id: number}, added, removed, changed: [ids]};
// every part may be missing. What the picture says stands beside it as a list that the server wrote.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import {element} from '../lib/html.js';
import {pageLanguage} from '../lib/language.js';
import {texts} from '../lib/texts.js';
import {joinPairs} from './pairs.js';

const MARKERS = ['active', 'done', 'late', 'added', 'removed', 'changed'];

/** Draws one diagram; resolves with the viewer, or null when it cannot be drawn. */
export async function drawDiagram(host) {
  const t = texts(host.closest('[lang]')?.lang || pageLanguage());
  const canvasHost = element('div', {class: 'ta-diagram-canvas'});
  host.replaceChildren(canvasHost);
  try {
    const [xml, state] = await Promise.all([
      load(host.dataset.xmlUrl, 'text'),
      host.dataset.stateUrl ? load(host.dataset.stateUrl, 'json') : {}
    ]);
    // the wheel is left to the page: who scrolls past a diagram does not want it zoomed
    const viewer = new NavigatedViewer({container: canvasHost, zoomScroll: {enabled: false}});
    await viewer.importXML(xml);
    mark(viewer, state, t);
    if (host.dataset.facts) {
      tell(viewer, document.getElementById(host.dataset.facts));
    }
    if (host.dataset.pairs) {
      joinPairs(host, viewer);
    }
    const canvas = viewer.get('canvas');
    fit(canvas);
    const zoomScroll = viewer.get('zoomScroll');
    const middle = () => ({x: canvasHost.clientWidth / 2, y: canvasHost.clientHeight / 2});
    host.append(
      element(
        'div',
        {class: 'ta-diagram-tools'},
        tool('+', t('diagram.zoomIn'), () => zoomScroll.stepZoom(1, middle())),
        tool('−', t('diagram.zoomOut'), () => zoomScroll.stepZoom(-1, middle())),
        tool('⤢', t('diagram.fit'), () => fit(canvas))
      )
    );
    new ResizeObserver(() => canvas.resized()).observe(canvasHost);
    return viewer;
  } catch (failure) {
    console.error(failure);
    host.replaceChildren(element('p', {class: 'ta-note', role: 'status'}, t('diagram.failed')));
    return null;
  }
}

function mark(viewer, state, t) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  for (const marker of MARKERS) {
    for (const id of state[marker] ?? []) {
      if (registry.get(id)) {
        canvas.addMarker(id, `ta-${marker}`);
      }
    }
  }
  for (const id of state.active ?? []) {
    if (registry.get(id) && state.counts?.[id] === undefined) {
      overlays.add(id, {position: {top: -12, left: 0}, html: element('div', {class: 'ta-here'}, t('diagram.active'))});
    }
  }
  for (const [id, count] of Object.entries(state.counts ?? {})) {
    if (registry.get(id)) {
      const late = (state.late ?? []).includes(id);
      overlays.add(id, {
        position: {top: -12, right: 16},
        html: element('div', {class: late ? 'ta-count ta-late-count' : 'ta-count'}, String(count))
      });
    }
  }
}

/** Writes on each activity what its row of the table says; a click on it goes where the row goes. */
function tell(viewer, table) {
  const registry = viewer.get('elementRegistry');
  const rows = new Map([...table.querySelectorAll('[data-activity]')].map(row => [row.dataset.activity, row.dataset]));
  for (const [id, row] of rows) {
    if (registry.get(id)) {
      viewer.get('canvas').addMarker(id, 'ta-fact-place');
      viewer.get('canvas').addMarker(id, `ta-heat-${row.heat}`);
      // numbers stay readable however small the diagram is drawn; a zero may leave the name of the activity to be read
      const scale = row.open === '0' && !row.days ? true : {min: 1};
      viewer.get('overlays').add(id, {position: {top: 4, left: -4}, scale, html: fact(row)});
      if (row.inside) {
        viewer.get('overlays').add(id, {position: {bottom: 8, right: 12}, scale: {min: 0.5}, html: inside(row)});
      }
    }
  }
  viewer.get('eventBus').on('element.click', event => {
    const row = rows.get(event.element.id);
    if (row) {
      location.href = row.url;
    }
  });
}

function fact(row) {
  const number = (name, text) => element('span', {class: `ta-fact-${name}`, 'aria-hidden': 'true'}, text);
  const part = (name, sign, value) => (value ? [number(name, `${sign}${value}`)] : []);
  const some = count => count !== '0' && count;
  return element(
    'a',
    {class: 'ta-fact', href: row.url, title: row.said},
    element('span', {class: 'ta-hidden'}, row.said),
    number(row.open === '0' ? 'none' : 'open', row.open),
    ...part('late', '! ', some(row.late)),
    ...part('soon', '◷ ', some(row.soon)),
    ...part('days', '⌀ ', row.days)
  );
}

function inside(row) {
  return element('a', {class: 'ta-fact-inside', href: row.inside, 'aria-label': row.look, title: row.look}, '⤵');
}

function fit(canvas) {
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(Math.min(1, canvas.zoom() * 0.96), 'auto');
}

function tool(sign, name, act) {
  return element(
    'button',
    {type: 'button', class: 'ta-button ta-compact', 'aria-label': name, title: name, onclick: act},
    sign
  );
}

async function load(url, kind) {
  const response = await fetch(url, {credentials: 'same-origin'});
  if (!response.ok) {
    throw new Error(`${url}: ${response.status}`);
  }
  return response[kind]();
}

// A diagram in a closed tab has no size to fit into: it is drawn when it is first seen.
const firstSeen = new IntersectionObserver(entries => {
  for (const entry of entries.filter(one => one.isIntersecting)) {
    firstSeen.unobserve(entry.target);
    drawDiagram(entry.target);
  }
});
document.querySelectorAll('[data-xml-url]').forEach(host =>
  host.getClientRects().length > 0 ? drawDiagram(host) : firstSeen.observe(host)
);
