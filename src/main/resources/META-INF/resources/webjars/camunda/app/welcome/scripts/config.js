// Takes the place of the file of the same path in Camunda's web application.
import {settings} from '/assets/settings.js';

const HOME = {
  vi: {label: 'Trang chủ', href: '/', description: 'Việc đang chờ anh/chị'},
  en: {label: 'Home', href: '/', description: 'What waits for you'}
};

export default settings({vi: 'Bắt đầu', en: 'Start'}, lang => ({links: [HOME[lang]]}));
