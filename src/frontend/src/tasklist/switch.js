import {element} from '../lib/html.js';
import {chooseLanguage} from '../lib/language.js';

/** A link in the header that changes to the other language and starts the application again. */
export function languageButton(t) {
  const other = t.lang === 'en' ? 'vi' : 'en';
  const choose = event => {
    event.preventDefault();
    chooseLanguage(other);
    location.reload();
  };
  return element(
    'a',
    {class: 'ta-language', href: `?lang=${other}`, lang: other, hreflang: other, onclick: choose},
    other === 'en' ? 'English' : 'Tiếng Việt'
  );
}
