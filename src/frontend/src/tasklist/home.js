// Cockpit, Admin and Welcome know no point for a plugin in their header: the way home is put there by hand.
import {element} from '../lib/html.js';
import {pageLanguage} from '../lib/language.js';
import {texts} from '../lib/texts.js';
import {relabel} from './labels.js';
import {languageButton} from './switch.js';

const t = texts(pageLanguage());

function addHome() {
  const menu = document.querySelector('[cam-widget-header] .app-menu > ul');
  if (menu && !menu.querySelector('.ta-home')) {
    menu.prepend(
      element('li', {}, element('a', {class: 'ta-home', href: '/', target: '_self'}, t('nav.home'))),
      element('li', {}, languageButton(t))
    );
  }
  return Boolean(menu);
}

if (!addHome()) {
  const watch = new MutationObserver(() => addHome() && watch.disconnect());
  watch.observe(document.body, {childList: true, subtree: true});
}

relabel(t.lang);

export default [];
