// Takes the place of the file of the same path in Camunda's web application.
export default {
  app: {
    name: 'Vận hành',
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
  disableWelcomeMessage: true
};
