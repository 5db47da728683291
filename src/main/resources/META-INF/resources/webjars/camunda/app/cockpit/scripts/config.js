// Takes the place of the file of the same path in Camunda's web application.
import {settings} from '/assets/settings.js';

export default await settings('cockpit', {vi: 'Vận hành', en: 'Cockpit'});
