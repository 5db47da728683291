// Takes the place of the file of the same path in Camunda's web application.
import {settings} from '/assets/settings.js';

export default settings({vi: 'Quản trị', en: 'Administration'});
