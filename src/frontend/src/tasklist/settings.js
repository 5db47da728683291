// Settings that Camunda's four applications share. Each has a config.js of its own, which asks here before
// the application starts.
import {pageLanguage} from '../lib/language.js';

const STORE = 'camunda-web';

/** The earliest limit first; a link that asks for another order keeps it. */
const SORTING = encodeURIComponent(JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]));

/**
 * What config.js exports.
 *
 * @param app   name of the application in its address
 * @param names its title, {vi, en}
 * @param more  gives the settings of this application alone, told the language
 */
export async function settings(app, names, more = () => ({})) {
  const lang = pageLanguage();
  document.documentElement.lang = lang;
  oneLogin();
  if (app === 'tasklist') {
    sortByLimit();
  }
  await keepTexts(app, lang);
  return {
    // shown one after the other, in the header and in the title of the window
    app: {name: names[lang], vendor: 'Tri Ân ·'},
    dateFormat: {normal: 'DD/MM/YYYY HH:mm', short: 'DD/MM/YYYY', long: 'DD/MM/YYYY HH:mm'},
    // with one language to choose from the browser has no say
    locales: {availableLocales: [lang], fallbackLocale: lang},
    customScripts: ['scripts/custom/tri-an'],
    disableWelcomeMessage: true,
    ...more(lang)
  };
}

/**
 * Puts the texts where the application looks first. On its own it would load them while it draws, and what is
 * drawn before they are there keeps showing their keys.
 */
async function keepTexts(app, lang) {
  const root = document.querySelector('base')?.getAttribute('app-root') ?? '';
  const folder = `${root}/app/${app}/locales/`;
  try {
    const answer = await fetch(`${folder}${lang}.json?bust=${window.bust}`);
    if (answer.ok) {
      const kept = JSON.parse(localStorage.getItem(STORE) ?? '{}');
      kept[`${folder}_locales_data_${lang}_${window.bust}`] = JSON.stringify(await answer.json());
      localStorage.setItem(STORE, JSON.stringify(kept));
    }
  } catch {
    // the application loads them by itself
  }
}

/** Who logged out, or stayed away too long, is sent to a login form of the application; ours is the one that works. */
function oneLogin() {
  const leave = () => {
    if (/^#!?\/login\b/.test(location.hash)) {
      location.replace('/login?logout');
    }
  };
  window.addEventListener('hashchange', leave);
  leave();
}

function sortByLimit() {
  const [path, query = ''] = location.hash.split('?');
  if (!/(^|&)sorting=/.test(query)) {
    const next = [query, `sorting=${SORTING}`].filter(Boolean).join('&');
    history.replaceState(history.state, '', `${path || '#/'}?${next}`);
  }
}
