// Words that stand in the code of Camunda's applications, out of reach of their language files, and names that are
// data of the engine. Only what is listed here is replaced, and only where it is listed, so that what people typed
// stays as it is.

const PERMISSIONS = {
  ALL: 'Tất cả',
  ACCESS: 'Truy cập',
  READ: 'Xem',
  UPDATE: 'Sửa',
  CREATE: 'Tạo',
  DELETE: 'Xóa',
  CREATE_INSTANCE: 'Tạo thể hiện',
  READ_INSTANCE: 'Xem thể hiện',
  UPDATE_INSTANCE: 'Sửa thể hiện',
  DELETE_INSTANCE: 'Xóa thể hiện',
  MIGRATE_INSTANCE: 'Di trú thể hiện',
  RETRY_JOB: 'Chạy lại tác vụ nền',
  SUSPEND: 'Tạm ngưng',
  SUSPEND_INSTANCE: 'Tạm ngưng thể hiện',
  TASK_WORK: 'Xử lý công việc',
  TASK_ASSIGN: 'Giao công việc',
  READ_TASK: 'Xem công việc',
  UPDATE_TASK: 'Sửa công việc',
  READ_VARIABLE: 'Xem biến',
  UPDATE_VARIABLE: 'Sửa biến',
  READ_INSTANCE_VARIABLE: 'Xem biến của thể hiện',
  UPDATE_INSTANCE_VARIABLE: 'Sửa biến của thể hiện',
  READ_TASK_VARIABLE: 'Xem biến của công việc',
  UPDATE_TASK_VARIABLE: 'Sửa biến của công việc',
  READ_HISTORY: 'Xem lịch sử',
  READ_HISTORY_VARIABLE: 'Xem biến trong lịch sử',
  DELETE_HISTORY: 'Xóa lịch sử',
  SET: 'Thiết lập',
  CREATE_BATCH_MIGRATE_PROCESS_INSTANCES: 'Tạo lô di trú thể hiện',
  CREATE_BATCH_MODIFY_PROCESS_INSTANCES: 'Tạo lô sửa thể hiện',
  CREATE_BATCH_RESTART_PROCESS_INSTANCES: 'Tạo lô khởi động lại thể hiện',
  CREATE_BATCH_DELETE_RUNNING_PROCESS_INSTANCES: 'Tạo lô xóa thể hiện đang chạy',
  CREATE_BATCH_DELETE_FINISHED_PROCESS_INSTANCES: 'Tạo lô xóa thể hiện đã xong',
  CREATE_BATCH_DELETE_DECISION_INSTANCES: 'Tạo lô xóa thể hiện quyết định',
  CREATE_BATCH_SET_JOB_RETRIES: 'Tạo lô đặt số lần chạy lại',
  CREATE_BATCH_SET_REMOVAL_TIME: 'Tạo lô đặt thời điểm xóa',
  CREATE_BATCH_SET_EXTERNAL_TASK_RETRIES: 'Tạo lô đặt số lần chạy lại việc bên ngoài',
  CREATE_BATCH_UPDATE_PROCESS_INSTANCES_SUSPEND: 'Tạo lô tạm ngưng thể hiện',
  CREATE_BATCH_SET_VARIABLES: 'Tạo lô đặt biến',
  CREATE_BATCH_CORRELATE_MESSAGE: 'Tạo lô gửi thông điệp'
};

const MONTHS =
  'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = {Sun: 'CN', Mon: 'T2', Tue: 'T3', Wed: 'T4', Thu: 'T5', Fri: 'T6', Sat: 'T7'};
const DMN_TYPES = {
  string: 'chuỗi',
  boolean: 'đúng/sai',
  integer: 'số nguyên',
  long: 'số nguyên',
  double: 'số',
  date: 'ngày'
};

/** Where ([selector]) and what (text or title shown there → words, or a function). */
const VIETNAMESE = [
  ['.navigation', {'zoom in': 'Phóng to', 'zoom out': 'Thu nhỏ', 'reset zoom': 'Về cỡ ban đầu'}],
  ['.tooltip-inner', {'Toggle this section': 'Thu gọn hoặc mở rộng phần này'}],
  ['[cam-widget-header] .dropdown-menu', {
    Tasklist: 'Việc cần làm', Cockpit: 'Vận hành', Admin: 'Quản trị', Welcome: 'Bắt đầu'
  }],
  ['.cam-table thead', {Actions: 'Thao tác', State: 'Trạng thái'}],
  ['.cam-table tbody .btn, .cam-table tbody .value', {Download: 'Tải xuống', Upload: 'Tải lên'}],
  ['td.message', {'Message is null.': 'Không có thông báo.'}],
  ['.null-value', {null: 'không có'}],
  ['.loading-text', {'Loading diagram': 'Đang tải sơ đồ'}],
  ['.modal-content', {
    Error: 'Lỗi',
    'This process definition has no job definitions associated with. The job priority cannot be overridden.':
      'Định nghĩa quy trình này không có định nghĩa tác vụ nền nào nên không thể đổi độ ưu tiên.'
  }],
  ['td.permissions', {'Select all': 'Chọn tất cả', 'Unselect all': 'Bỏ chọn tất cả'}],
  ['.section-content > header h3', text => text.replace(/^(.+) Phân quyền$/, 'Phân quyền: $1')],
  ['td.permissions', text => commaSeparated(text, PERMISSIONS)],
  ['.decision-table-properties', {
    'Hit policy:': 'Cách chọn luật:', Unique: 'Duy nhất', First: 'Luật đầu tiên', Any: 'Bất kỳ',
    Priority: 'Theo ưu tiên', Collect: 'Gom kết quả', 'Rule order': 'Theo thứ tự luật',
    'No overlap is possible and all rules are disjoint. Only a single rule can be matched':
      'Các luật không trùng nhau, chỉ một luật khớp',
    'Rules may overlap. The first matching rule will be chosen': 'Các luật có thể trùng nhau, lấy luật khớp đầu tiên',
    'Rules may overlap. Their output have to match': 'Các luật có thể trùng nhau nhưng phải cho cùng kết quả',
    'Rules may overlap. The one with the highest priority will be chosen':
      'Các luật có thể trùng nhau, lấy luật có mức ưu tiên cao nhất',
    'Collects the values of all matching rules': 'Lấy kết quả của mọi luật khớp'
  }],
  ['.tjs-table thead', {
    When: 'Khi', And: 'Và', Then: 'Thì', Annotations: 'Chú thích', 'Input type': 'Kiểu dữ liệu vào',
    'Input label': 'Tên dữ liệu vào', 'Input expression': 'Biểu thức vào', 'Output type': 'Kiểu kết quả',
    'Output label': 'Tên kết quả', 'Output name': 'Tên biến kết quả'
  }],
  ['.tjs-table thead :is(.input-variable, .output-variable)', DMN_TYPES],
  ['[uib-datepicker]', WEEKDAYS],
  ['[uib-datepicker]', monthInVietnamese]
];

/** Example names of a person who does not exist help nobody; the labels above the boxes say what belongs there. */
const PLACEHOLDERS = {Jonny: '', Prosciutto: '', 'j.prosciutto@acme.org': ''};

const RULES = {vi: VIETNAMESE, en: []};

/**
 * English names of lists and processes, which the engine knows in Vietnamese only.
 *
 * @param names `lists` (names and descriptions) and `processes`, each Vietnamese name → English name
 */
export function learnEnglish({lists, processes}) {
  RULES.en = [
    ['[cam-tasklist-filters], .tooltip-inner', lists],
    ['ul.processes, .modal-header, .task-details', processes]
  ];
}

/** Replaces the listed words on the page, now and whenever something is drawn. */
export function relabel(lang, root = document.body) {
  walk(root, lang);
  const watch = new MutationObserver(changes => {
    for (const {type, target, addedNodes} of changes) {
      if (type === 'childList') {
        addedNodes.forEach(node => walk(node, lang));
      } else {
        walk(target, lang);
      }
    }
  });
  watch.observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['title', 'placeholder']
  });
  return watch;
}

function walk(node, lang) {
  if (node.nodeType === Node.TEXT_NODE) {
    relabelText(node, lang);
  } else if (node.nodeType === Node.ELEMENT_NODE && !node.closest('.trian-frame, .bjs-container')) {
    relabelAttributes(node, lang);
    node.childNodes.forEach(child => walk(child, lang));
  }
}

function relabelText(node, lang) {
  const text = node.nodeValue.trim();
  const words = text && node.parentElement && wordsFor(lang, text, selector => node.parentElement.closest(selector));
  if (words) {
    node.nodeValue = node.nodeValue.replace(text, () => words);
  }
}

function relabelAttributes(element, lang) {
  const words = element.title && wordsFor(lang, element.title, selector => element.closest(selector));
  if (words) {
    element.title = words;
  }
  if (element.placeholder in PLACEHOLDERS) {
    element.placeholder = PLACEHOLDERS[element.placeholder];
  }
}

/**
 * The words for a text; undefined when it stays.
 *
 * @param isWithin whether it stands in an element of the selector
 */
export function wordsFor(lang, text, isWithin) {
  for (const [selector, said] of RULES[lang]) {
    const words = typeof said === 'function' ? said(text) : Object.hasOwn(said, text) ? said[text] : undefined;
    if (words !== undefined && words !== text && isWithin(selector)) {
      return words;
    }
  }
  return undefined;
}

/** A list of codes; undefined unless all of them are known. */
function commaSeparated(text, words) {
  const codes = text.split(/,\s*/);
  return codes.every(code => Object.hasOwn(words, code)) ? codes.map(code => words[code]).join(', ') : undefined;
}

/** "November 2026" and "November" as the date picker writes them. */
function monthInVietnamese(text) {
  const [month, year] = text.split(' ');
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? undefined : `Tháng ${number}${year ? `/${year}` : ''}`;
}
