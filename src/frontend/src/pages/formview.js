// Draws a .form as officers see it into every element with `data-form-schema`: to look at, nothing is sent.
import {openStepForm} from '../form/stepform.js';
import {element} from '../lib/html.js';
import {pageLanguage} from '../lib/language.js';
import {texts} from '../lib/texts.js';

document.querySelectorAll('[data-form-schema]').forEach(async host => {
  const t = texts(pageLanguage());
  try {
    await openStepForm({
      container: host,
      schema: JSON.parse(host.dataset.formSchema),
      data: {},
      t,
      api: {options: async () => [], lookup: async () => []}
    });
  } catch (failure) {
    console.error(failure);
    host.replaceChildren(element('p', {class: 'ta-note', role: 'status'}, t('form.failed')));
  }
});
