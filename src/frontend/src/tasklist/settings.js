// Settings that Camunda's four applications share. Each has a config.js of its own, which asks here before
// the application starts.
import {pageLanguage} from '../lib/language.js';

/**
 * What config.js exports.
 *
 * @param names its title, {vi, en}
 * @param more  gives the settings of this application alone, told the language
 */
export function settings(names, more = () => ({})) {
  const lang = pageLanguage();
  document.documentElement.lang = lang;
  return {
    app: {name: names[lang], vendor: 'Tri Ân'},
    dateFormat: {normal: 'DD/MM/YYYY HH:mm', short: 'DD/MM/YYYY', long: 'DD/MM/YYYY HH:mm'},
    // with one language to choose from the browser has no say
    locales: {availableLocales: [lang], fallbackLocale: lang},
    customScripts: ['scripts/custom/tri-an'],
    disableWelcomeMessage: true,
    ...more(lang)
  };
}
