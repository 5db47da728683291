// Takes the place of the file of the same path in Camunda's web application.
import {settings} from '/assets/settings.js';

export default await settings('admin', {vi: 'Quản trị', en: 'Admin'});
