// Takes the place of the file of the same path in Camunda's web application.
import {settings} from '/assets/settings.js';

const HOME = {
  vi: {label: 'Trang chủ', href: '/', description: 'Việc đang chờ anh/chị'},
  en: {label: 'Home', href: '/', description: 'What waits for you'}
};

export default await settings('welcome', {vi: 'Bắt đầu', en: 'Start'}, lang => ({links: [HOME[lang]]}));
