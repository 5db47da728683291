// The frame form: one shell for every task and every start form. Loaded by frame.html inside Tasklist.
import {render} from 'preact';
import {texts} from '../lib/texts.js';
import {pageLanguage} from '../lib/language.js';
import {Frame} from './Work.jsx';

/**
 * Draws the frame into an element.
 *
 * @param element where
 * @param options {taskId} of a task, or {processDefinitionKey | processDefinitionId} of a start form;
 *                lang ('vi' or 'en', else the page's); done(result) after an outcome took effect and was read;
 *                close() when there is nothing left to do here; refresh(what) when lists around may be out of
 *                date, `what` being {claimed: taskId} or the answer to an outcome
 * @returns {reload(), unmount()}: reload asks the server again, what is being typed is kept
 */
export function mount(element, options = {}) {
  loadStyle();
  const lang = options.lang?.startsWith('en') ? 'en' : options.lang ? 'vi' : pageLanguage();
  // the id of a definition is key:version:uuid
  const procedure = options.processDefinitionKey ?? options.processDefinitionId?.split(':')[0] ?? null;
  element.classList.add('ta-frame', 'bio-theme-parent');
  element.lang = lang;
  // keys meant for the frame stay in it: Escape would close Tasklist's start dialog with all that was typed
  const keepKeys = event => {
    if (event.key === 'Escape') {
      event.stopPropagation();
    }
  };
  element.addEventListener('keydown', keepKeys);
  let reload = noop;
  render(
    <Frame
      taskId={options.taskId ?? null}
      procedure={procedure}
      t={texts(lang)}
      done={options.done ?? noop}
      close={options.close ?? options.done ?? noop}
      refresh={options.refresh ?? noop}
      reloader={again => {
        reload = again;
      }}
    />,
    element
  );
  return {
    reload: () => reload(),
    unmount() {
      element.removeEventListener('keydown', keepKeys);
      render(null, element);
    }
  };
}

function noop() {}

function loadStyle() {
  const href = new URL('./frame.css', import.meta.url).href;
  if (![...document.querySelectorAll('link[rel=stylesheet]')].some(link => link.href === href)) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    document.head.append(link);
  }
}
