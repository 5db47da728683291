// Takes the place of the file of the same path in Camunda's web application.
export default {
  app: {
    name: 'Việc cần làm',
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
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'nhận việc đang mở'},
    focusFilter: {key: 'ctrl+shift+f', description: 'tới bộ lọc đầu tiên'},
    focusList: {key: 'ctrl+alt+l', description: 'tới việc đầu tiên trong danh sách'},
    focusForm: {key: 'ctrl+alt+f', description: 'tới ô đầu tiên của biểu mẫu'},
    startProcess: {key: 'ctrl+alt+p', description: 'tiếp nhận hồ sơ mới'}
  }
};
