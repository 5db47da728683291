// Takes the place of the file of the same path in Camunda's web application.
import {settings} from '/assets/settings.js';

const SHORTCUTS = {
  claimTask: ['ctrl+alt+c', 'nhận việc đang mở', 'claim the open task'],
  focusFilter: ['ctrl+shift+f', 'tới bộ lọc đầu tiên', 'go to the first filter'],
  focusList: ['ctrl+alt+l', 'tới việc đầu tiên trong danh sách', 'go to the first task of the list'],
  focusForm: ['ctrl+alt+f', 'tới ô đầu tiên của biểu mẫu', 'go to the first field of the form'],
  startProcess: ['ctrl+alt+p', 'tiếp nhận hồ sơ mới', 'take in a new case']
};

export default await settings('tasklist', {vi: 'Việc cần làm', en: 'Tasklist'}, lang => ({
  shortcuts: Object.fromEntries(
    Object.entries(SHORTCUTS).map(([name, [key, vi, en]]) => [name, {key, description: lang === 'en' ? en : vi}])
  )
}));
