// Small helpers of our own pages. Every page works without them; they save clicks and mistakes.
import {csrfHeaders} from '../lib/api.js';
import {element} from '../lib/html.js';
import {pageLanguage} from '../lib/language.js';
import {texts} from '../lib/texts.js';
import {problemOf} from '../lib/validity.js';

// A form is sent once, however often its button is clicked; `data-confirm` asks before.
document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    return;
  }
  // what opens elsewhere, such as a preview, leaves the form to be sent
  const elsewhere = (event.submitter?.formTarget || form.target) === '_blank';
  if ((form.method || 'get').toLowerCase() === 'post' && !elsewhere) {
    form.dataset.sent = 'true';
    // after the browser has read which button it was
    setTimeout(() =>
      form.querySelectorAll('button[type=submit], button:not([type])').forEach(button => {
        button.disabled = true;
      })
    );
  }
});

// What the browser finds wrong is said in the language of the page.
const judge = field => field.setCustomValidity?.(problemOf(field, texts(pageLanguage())));
document.addEventListener('input', event => judge(event.target));
document.addEventListener('invalid', event => judge(event.target), true);

// Back from the next page: the form may be sent again.
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('button:disabled').forEach(button => {
      button.disabled = false;
    });
  });
});

// <select data-submit> sends its form when another value is chosen.
document.addEventListener('change', event => {
  if (event.target.matches('[data-submit]')) {
    event.target.form?.requestSubmit();
  }
});

// <button data-copy="text">, <button data-print>, <button data-close-dialog>, <button data-dialog="id">
document.addEventListener('click', async event => {
  const button = event.target.closest('button, a, [data-href]');
  if (!button) {
    return;
  }
  if (button.dataset.copy) {
    await navigator.clipboard?.writeText(button.dataset.copy);
    button.dataset.copied = 'true';
  } else if ('print' in button.dataset) {
    window.print();
  } else if (button.dataset.dialog) {
    document.getElementById(button.dataset.dialog)?.showModal();
  } else if ('closeDialog' in button.dataset) {
    button.closest('dialog')?.close();
  }
});

// <input type=checkbox data-check-all="name"> ticks all boxes of that name.
document.addEventListener('change', event => {
  const name = event.target.dataset?.checkAll;
  if (name) {
    document.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]:not(:disabled)`).forEach(box => {
      box.checked = event.target.checked;
    });
  }
});

// Tabs: <div class="ta-tabs" role="tablist"><a role="tab" href="#papers" aria-controls="papers">..</a></div>
// <section id="papers" role="tabpanel">. Without this script the links jump to the sections.
document.querySelectorAll('.ta-tabs[role=tablist]').forEach(list => {
  const tabs = [...list.querySelectorAll('[role=tab]')];
  const panelOf = tab => document.getElementById(tab.getAttribute('aria-controls'));
  const show = (chosen, focus = false) => {
    tabs.forEach(tab => {
      const current = tab === chosen;
      tab.setAttribute('aria-selected', String(current));
      tab.tabIndex = current ? 0 : -1;
      const panel = panelOf(tab);
      if (panel) {
        panel.hidden = !current;
      }
    });
    if (focus) {
      chosen.focus();
    }
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener('click', event => {
      event.preventDefault();
      history.replaceState(null, '', `#${tab.getAttribute('aria-controls')}`);
      show(tab);
    });
    tab.addEventListener('keydown', event => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (step) {
        event.preventDefault();
        show(tabs[(index + step + tabs.length) % tabs.length], true);
      }
    });
  });
  show(
    tabs.find(tab => `#${tab.getAttribute('aria-controls')}` === location.hash) ??
      tabs.find(tab => tab.getAttribute('aria-selected') === 'true') ??
      tabs[0]
  );
});

// <select data-reveals="days"> shows what is marked data-revealed="days" while that is chosen.
document.querySelectorAll('[data-reveals]').forEach(select => {
  const name = select.dataset.reveals;
  const show = () =>
    select.form.querySelectorAll(`[data-revealed="${CSS.escape(name)}"]`).forEach(part => {
      part.hidden = select.value !== name;
      part.querySelectorAll('input').forEach(input => {
        input.disabled = part.hidden;
      });
    });
  select.addEventListener('change', show);
  show();
});

// <form data-keep="pick">: which boxes of that name are ticked is kept in the address of the page and of all links
// marked data-keeps; without this script a button sends the form.
document.addEventListener('change', event => {
  const form = event.target.form;
  if (form && 'keep' in form.dataset) {
    // after a box that ticks all the others
    setTimeout(() => keep(form));
  }
});

function keep(form) {
  const name = form.dataset.keep;
  const kept = address => {
    const url = new URL(address, location.href);
    url.searchParams.delete(name);
    new FormData(form).getAll(name).forEach(value => url.searchParams.append(name, value));
    return url.pathname + url.search;
  };
  const count = new FormData(form).getAll(name).length;
  history.replaceState(null, '', kept(location.href));
  document.querySelectorAll('a[data-keeps]').forEach(link => {
    link.href = kept(link.href);
  });
  form.querySelectorAll('[data-kept-count]').forEach(part => {
    part.textContent = count;
  });
  form.querySelectorAll('[data-needs-kept]').forEach(part => {
    part.hidden = count === 0;
  });
  form.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]`).forEach(box => {
    box.closest('tr')?.classList.toggle('ta-selected', box.checked);
  });
}

const widths = new ResizeObserver(entries => entries.forEach(({target}) => stop(target)));

/** Makes a part ready that the server wrote for browsers without scripts. */
function ready(part) {
  part.querySelectorAll('form[data-keep] [data-without-script]').forEach(button => {
    button.hidden = true;
  });
  part.querySelectorAll('.ta-scroll').forEach(box => widths.observe(box));
}

/** The keyboard stops at tables that can be scrolled sideways, not at those that are seen whole. */
function stop(box) {
  const name = box.querySelector('table')?.getAttribute('aria-labelledby');
  const wide = box.scrollWidth > box.clientWidth;
  for (const [attribute, value] of [['tabindex', '0'], ['role', 'group'], ['aria-labelledby', name]]) {
    if (wide && value) {
      box.setAttribute(attribute, value);
    } else {
      box.removeAttribute(attribute);
    }
  }
}

// <textarea data-numbered> has the numbers of its lines beside it, as faults name them.
document.querySelectorAll('textarea[data-numbered]').forEach(area => {
  const numbers = element('pre', {class: 'ta-numbers', 'aria-hidden': 'true'});
  const box = element('div', {class: 'ta-numbered'});
  area.replaceWith(box);
  box.append(numbers, area);
  const count = () => {
    const lines = area.value.split('\n').length;
    numbers.textContent = Array.from({length: lines}, (_, line) => line + 1).join('\n');
    numbers.scrollTop = area.scrollTop;
  };
  area.addEventListener('input', count);
  area.addEventListener('scroll', () => {
    numbers.scrollTop = area.scrollTop;
  });
  new ResizeObserver(() => {
    numbers.style.height = `${area.offsetHeight}px`;
  }).observe(area);
  count();
});

ready(document);
// on a narrow screen the menu is wider than the page
document.querySelector('.ta-nav [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'nearest'});

// <div id="figures" data-refresh="30" data-says="said"> takes the place of itself as the server has it by then: every
// so many seconds while the tab is seen, and when somebody comes back to it. What is unfolded, what has the focus and
// how far a table is scrolled stays; element "said" is given the words marked data-said when they changed. While
// somebody has ticked or typed something in the part, or a dialog is open, a note with a button offers the new state
// instead. What only this browser writes is marked data-own.
document.querySelectorAll('[data-refresh][id]').forEach(part => {
  let asking = false;
  const refresh = async wanted => {
    if (document.hidden || asking) {
      return;
    }
    asking = true;
    try {
      const response = await fetch(location.href, {headers: csrfHeaders(), redirect: 'manual'});
      if (response.ok) {
        renew(part, new DOMParser().parseFromString(await response.text(), 'text/html'), wanted, () => refresh(true));
      }
    } catch {
      // off line for a moment: what is shown stays, and says of when it is
    } finally {
      asking = false;
    }
    again();
  };
  const look = () => refresh(false);
  setInterval(look, 1000 * Math.max(15, Number(part.dataset.refresh) || 60));
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  // the server has newer figures in a moment
  const again = () => part.hasAttribute('data-behind') && setTimeout(look, 3000);
  again();
});

function renew(part, page, wanted, again) {
  const fresh = page.getElementById(part.id);
  if (!fresh) {
    return;
  }
  const same = wordsOf(fresh) === wordsOf(part);
  if (!same && !wanted && isUsed(part)) {
    offer(part, again);
    return;
  }
  offer(part, null);
  const moment = page.querySelector('[data-refreshed]');
  part.toggleAttribute('data-behind', fresh.hasAttribute('data-behind'));
  if (moment) {
    document.querySelector('[data-refreshed]').textContent = moment.textContent;
  }
  if (same) {
    return;
  }
  const said = document.getElementById(part.dataset.says);
  const words = root => root.querySelector('[data-said]')?.textContent;
  if (said && words(fresh) !== words(part)) {
    said.textContent = words(fresh);
  }
  part.querySelectorAll('details[open][id]').forEach(fold => {
    fresh.querySelector(`#${CSS.escape(fold.id)}`)?.setAttribute('open', '');
  });
  const scrolled = [...part.querySelectorAll('.ta-scroll')].map(each => each.scrollLeft);
  const focused = wanted ? '' : part.contains(document.activeElement) ? placeOf(document.activeElement) : null;
  part.replaceChildren(...fresh.childNodes);
  ready(part);
  part.querySelectorAll('.ta-scroll').forEach((each, at) => {
    each.scrollLeft = scrolled[at] ?? 0;
  });
  if (focused !== null) {
    // what had the focus may be gone; the place in the page is not lost for that
    const successor = focused && part.querySelector(focused);
    part.tabIndex = -1;
    (successor || part).focus({preventScroll: true});
  }
}

/** What a part says, without what only this browser writes. */
function wordsOf(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll('[data-own]').forEach(own => own.remove());
  return copy.textContent.replace(/\s+/g, ' ');
}

/** Whether somebody is in the middle of something that a new state would take from them. */
function isUsed(part) {
  return (
    document.querySelector('dialog[open], form[data-sent]') !== null ||
    [...part.querySelectorAll('form[data-keep]')].some(form => new FormData(form).has(form.dataset.keep)) ||
    [...part.querySelectorAll('input:not([type=hidden], [type=checkbox]), textarea')].some(
      field => field.value !== field.defaultValue
    )
  );
}

/** Says above a part that there is a newer state, with a button that brings it; takes that back without one. */
function offer(part, bring) {
  const t = texts(pageLanguage());
  const id = `${part.id}-newer`;
  let note = document.getElementById(id);
  if (!note) {
    if (!bring) {
      return;
    }
    // a live region is read out when words come into it, not when it comes with them
    note = element('div', {id, role: 'status'});
    part.before(note);
  }
  if (!bring) {
    note.replaceChildren();
  } else if (!note.hasChildNodes()) {
    setTimeout(() =>
      note.replaceChildren(
        element(
          'div',
          {class: 'ta-notice ta-amber ta-row ta-spread'},
          element('span', {}, t('list.newer')),
          element('button', {type: 'button', class: 'ta-button ta-compact', onclick: bring}, t('list.renew'))
        )
      )
    );
  }
}

// How an element is found again among its successors.
function placeOf(from) {
  const at = (name, value) => `[${name}="${CSS.escape(value)}"]`;
  if (from.id) {
    return `#${CSS.escape(from.id)}`;
  }
  const href = from.getAttribute('href');
  if (href) {
    return `a${at('href', href)}`;
  }
  if (from.name && from.value) {
    return `${from.localName}${at('name', from.name)}${at('value', from.value)}`;
  }
  if (from.form?.hasAttribute('action')) {
    return `form${at('action', from.form.getAttribute('action'))} ${from.localName}`;
  }
  return `#${CSS.escape(from.closest('[id]').id)} ${from.localName}`;
}
