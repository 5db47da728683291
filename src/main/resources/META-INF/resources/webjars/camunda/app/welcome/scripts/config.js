// Takes the place of the file of the same path in Camunda's web application.
export default {
  app: {
    name: 'Bắt đầu',
    vendor: 'Tri Ân'
  },
  dateFormat: {
    normal: 'DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY',
    long: 'DD/MM/YYYY HH:mm'
  },
  // the browser's language decides between the two
  locales: {
    availableLocales: ['vi', 'en'],
    fallbackLocale: 'vi'
  },
  customScripts: ['scripts/custom/tri-an'],
  links: [
    {label: 'Trang chủ', href: '/', description: 'Việc đang chờ anh/chị'}
  ],
  disableWelcomeMessage: true
};
