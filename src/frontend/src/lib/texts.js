// Sentences of the browser side. One line per key, Vietnamese first; a test checks that no English is missing.

const TEXTS = {
  loading: ['Đang tải…', 'Loading…'],
  'load.failed': ['Không tải được nội dung.', 'The content could not be loaded.'],
  retry: ['Thử lại', 'Try again'],
  reload: ['Tải lại', 'Reload'],
  close: ['Đóng', 'Close'],
  cancel: ['Hủy', 'Cancel'],
  openNewTab: ['Mở trong thẻ mới', 'Open in a new tab'],
  optional: ['không bắt buộc', 'optional'],
  none: ['Chưa có', 'None yet'],

  'head.openCase': ['Mở hồ sơ {0} trong thẻ mới', 'Open case {0} in a new tab'],
  'head.owner': ['Chủ hồ sơ', 'Owner'],
  'head.subject': ['Về việc của', 'Subject'],
  'head.office': ['Nơi nhận', 'Received by'],
  'head.received': ['Ngày nhận', 'Received on'],
  'head.stepDue': ['Hạn bước này', 'This step is due'],
  'head.caseDue': ['Hẹn trả kết quả', 'Result is due'],
  'head.why': ['Vì sao?', 'Why?'],
  'head.whyTitle': ['Vì sao có hạn này', 'Why this date'],
  'head.basis': ['Căn cứ: {0}', 'Legal basis: {0}'],
  'head.newCase': ['Tiếp nhận hồ sơ mới', 'New case'],
  'head.code': ['Mã thủ tục {0}', 'Procedure code {0}'],
  'head.assignee': ['Người xử lý', 'Assigned to'],
  'list.newer': ['Danh sách đã có thay đổi.', 'The list has changed meanwhile.'],
  'list.renew': ['Xem bản mới', 'Show the new state'],
  'card.assignee': ['{0} đang xử lý', '{0} is working on it'],
  'card.behalf': ['làm thay {0}', 'for {0}'],
  'confidence.U': ['chưa kiểm chứng', 'unconfirmed'],
  'confidence.C': ['nguồn gián tiếp', 'second-hand source'],

  'phase.prepare': ['Xử lý', 'Prepare'],
  'phase.check': ['Kiểm tra', 'Check'],
  'phase.sign': ['Ký', 'Sign'],

  'claim.text': [
    'Việc này chưa có người nhận. Nhận việc để xử lý.',
    'Nobody has taken this task yet. Claim it to work on it.'
  ],
  'claim.standIn': [
    '{0} giữ việc này và vắng đến hết ngày {1}; anh/chị là người thay. Nhận việc để xử lý thay.',
    '{0} has this task and is away until the end of {1}; you stand in. Claim it to work on it for them.'
  ],
  'claim.behalf': [
    'Việc này chưa có người nhận. Nhận việc là làm thay {0}, vắng đến hết ngày {1}.',
    'Nobody has taken this task yet. Claiming it is work for {0}, who is away until the end of {1}.'
  ],
  'claim.other': [
    '{0} đang xử lý việc này. Anh/chị chỉ xem được.',
    '{0} is working on this task. You can only read it.'
  ],
  'claim.since': [
    '{0} nhận việc này lúc {1} và đang xử lý. Anh/chị chỉ xem được.',
    '{0} took this task at {1} and is working on it. You can only read it.'
  ],
  'claim.do': ['Nhận việc', 'Claim'],
  'claim.undo': ['Trả lại hàng đợi', 'Give it back'],

  'handOn.open': ['Giao lại việc', 'Hand on'],
  'handOn.title': ['Giao lại việc cho người khác', 'Hand this task to somebody else'],
  'handOn.to': ['Giao cho', 'To'],
  'handOn.reason': ['Lý do', 'Reason'],
  'handOn.do': ['Giao việc', 'Hand on'],
  'check.successor': ['Hãy chọn người được giao.', 'Choose who is to have it.'],

  'hold.badge': ['Tạm giữ', 'On hold'],
  'hold.by': [
    'Hồ sơ được {0} ({1}) tạm giữ lúc {2}. Anh/chị chỉ xem được.',
    'Held by {0} ({1}) since {2}. You can only read it.'
  ],
  'hold.reason': ['Lý do: {0}', 'Reason: {0}'],
  'hold.clock': ['Thời hạn vẫn tính tiếp trong lúc tạm giữ.', 'The dates run on while the case is held.'],
  'note.from': ['Ghi chú của {0} ({1}), {2}', 'Note of {0} ({1}), {2}'],
  'note.read': ['Đã đọc', 'I have read it'],
  'note.done': ['Đã ghi nhận là anh/chị đã đọc ghi chú của {0}.', 'It is noted that you have read the note of {0}.'],

  'section.assessment': ['Gợi ý của hệ thống', 'What the system suggests'],
  'section.statements': ['Ý kiến các bước trước', 'Statements of earlier steps'],
  'section.application': ['Nội dung đề nghị', 'Application'],
  'section.form': ['Nội dung xử lý', 'This step'],
  'section.intakeForm': ['Thông tin hồ sơ', 'Application'],
  'section.papers': ['Giấy tờ nộp kèm', 'Papers'],
  'section.documents': ['Văn bản của hồ sơ', 'Documents'],
  'section.drafts': ['Văn bản đang trình', 'Documents to be signed or issued'],
  'section.timeline': ['Diễn biến', 'Timeline'],
  'section.decision': ['Kết quả xử lý', 'Outcome'],

  proposal: ['Đề xuất: {0}', 'Proposed: {0}'],
  'statement.body': ['Cơ quan được đề nghị: {0}', 'Body asked: {0}'],
  eligibility: ['Điều kiện hưởng', 'Eligibility'],
  calculation: ['Cách tính', 'Calculation'],
  'calc.line': ['Nội dung', 'Line'],
  'calc.quantity': ['Số lượng', 'Quantity'],
  'calc.unit': ['Mức', 'Rate'],
  'calc.amount': ['Thành tiền', 'Amount'],
  'calc.total': ['Tổng cộng', 'Total'],
  'calc.totalOf': ['Tổng cộng, {0}', 'Total, {0}'],
  'calc.recipient': ['Người nhận: {0}', 'Recipient: {0}'],
  'calc.words': ['Bằng chữ: {0}', 'In words: {0}'],

  'papers.has': ['Đã có bản giấy: {0}', 'Paper copy received: {0}'],
  'papers.required': ['Bắt buộc', 'Required'],
  'papers.progress': ['Đã có {0}/{1} giấy tờ bắt buộc', '{0} of {1} required papers are here'],
  'papers.upload': ['Tải tệp lên', 'Upload'],
  'papers.uploadFor': ['Tải tệp lên cho {0}', 'Upload a file for {0}'],
  'papers.drop': ['Thả tệp vào đây', 'Drop the file here'],
  'papers.dropHint': [
    'Có thể kéo tệp thả vào từng dòng. Nhận ảnh, PDF, tối đa {0} MB mỗi tệp.',
    'Files can be dropped on a line. Pictures and PDF, at most {0} MB each.'
  ],
  'papers.details': ['Chi tiết', 'Details'],
  'papers.detailsFor': ['Chi tiết của {0}', 'Details of {0}'],
  'papers.copyKind': ['Loại bản', 'Kind of copy'],
  'papers.quantity': ['Số bản', 'Copies'],
  'papers.note': ['Ghi chú', 'Note'],
  'papers.view': ['Xem {0}', 'View {0}'],
  'papers.remove': ['Gỡ {0}', 'Remove {0}'],
  'papers.uploading': ['Đang tải {0}: {1}%', 'Uploading {0}: {1}%'],
  'papers.tooLarge': [
    '{0} lớn hơn {1} MB. Hãy quét lại với độ phân giải thấp hơn.',
    '{0} is larger than {1} MB. Scan it again with a lower resolution.'
  ],
  'papers.failed': ['Không tải được {0}. {1}', '{0} could not be uploaded. {1}'],
  'papers.copies': ['{0} bản', '{0} copies'],
  'copy.ORIGINAL': ['Bản chính', 'Original'],
  'copy.CERTIFIED_COPY': ['Bản sao chứng thực', 'Certified copy'],
  'copy.COPY': ['Bản sao', 'Copy'],
  'copy.TO_COMPARE': ['Bản chụp kèm bản chính để đối chiếu', 'Copy, original to compare'],

  'documents.pdf': ['PDF', 'PDF'],
  'documents.word': ['Word', 'Word'],
  'documents.view': ['Xem {0}', 'View {0}'],

  'outcome.reasonCode': ['Lý do', 'Reason'],
  'outcome.choose': ['Chọn…', 'Choose…'],
  'outcome.reason': ['Nêu rõ', 'In words'],
  'outcome.reasonOnly': ['Nội dung', 'Words'],
  'outcome.items': ['Giấy tờ, nội dung cần bổ sung', 'What has to be supplied'],
  'outcome.itemLine': ['Nội dung khác', 'Other'],
  'outcome.addItem': ['Thêm dòng', 'Add a line'],
  'outcome.removeItem': ['Xóa dòng', 'Remove the line'],
  'outcome.bodyKind': ['Cơ quan được chờ', 'Body that is awaited'],
  'outcome.bodyName': ['Tên cơ quan', 'Name of the body'],
  'outcome.confirm': ['Xác nhận: {0}', 'Confirm: {0}'],
  'outcome.sending': ['Đang gửi…', 'Sending…'],
  'outcome.more': ['Cách xử lý khác ({0})', 'Other outcomes ({0})'],
  'outcome.none': ['Bước này không có nút xử lý.', 'This step has no outcome.'],
  'body.MINISTRY': ['Bộ, cơ quan trung ương', 'Ministry'],
  'body.OTHER_PROVINCE': ['Tỉnh, thành phố khác', 'Another province'],
  'body.MEDICAL_COUNCIL': ['Hội đồng giám định y khoa', 'Medical council'],
  'body.FORENSIC': ['Cơ quan giám định kỹ thuật hình sự', 'Forensic examination'],
  'body.MILITARY': ['Cơ quan quân đội, công an', 'Military or police'],
  'body.SOCIAL_INSURANCE': ['Bảo hiểm xã hội', 'Social insurance'],
  'body.OTHER': ['Cơ quan khác', 'Another body'],

  'error.title': ['Chưa gửi được', 'Not sent'],
  'error.summary': ['Còn {0} chỗ cần sửa', '{0} things to correct'],
  'error.network': [
    'Không kết nối được tới máy chủ. Nội dung đã nhập vẫn còn, hãy thử lại.',
    'The server cannot be reached. What you typed is kept; try again.'
  ],
  'error.unexpected': [
    'Hệ thống gặp lỗi. Nội dung đã nhập vẫn còn, hãy thử lại sau ít phút.',
    'The system failed. What you typed is kept; try again in a few minutes.'
  ],
  'error.session': ['Phiên làm việc đã hết hạn', 'Your session has ended'],
  'error.sessionHelp': [
    'Đăng nhập lại ở thẻ mới rồi quay về đây gửi tiếp. Nội dung đã nhập vẫn còn.',
    'Log in again in a new tab, then come back here and send. What you typed is kept.'
  ],
  'error.login': ['Đăng nhập lại', 'Log in again'],
  'error.conflict': ['Hồ sơ đã thay đổi', 'The case has changed'],
  'error.forbidden': ['Anh/chị không có quyền làm việc này.', 'You may not do this.'],
  'error.notFound': [
    'Việc này không còn nữa. Có thể người khác đã xử lý xong.',
    'This task is gone. Somebody else may have finished it.'
  ],
  'error.tooLarge': ['Tệp quá lớn.', 'The file is too large.'],

  'duplicate.title': ['Có thể đã có hồ sơ này', 'This case may exist already'],
  'duplicate.ask': ['Vẫn tiếp nhận?', 'Accept it all the same?'],
  'duplicate.yes': ['Vẫn tiếp nhận', 'Accept all the same'],
  'duplicate.no': ['Xem lại', 'Go back'],

  'draft.restored': ['Đã khôi phục nội dung đang nhập dở lúc {0}.', 'Restored what you were typing at {0}.'],
  'draft.discard': ['Bỏ nội dung này', 'Discard it'],

  'done.title': ['Đã xong', 'Done'],
  'done.received': ['Đã tiếp nhận hồ sơ', 'Case accepted'],
  'done.code': ['Mã hồ sơ', 'Case code'],
  'done.print': ['In {0} (PDF)', 'Print {0} (PDF)'],
  'done.open': ['Mở hồ sơ', 'Open the case'],
  'done.next': ['Làm việc tiếp theo', 'Next task'],

  'lookup.person': ['Tìm người đã có trong sổ (họ tên, số CCCD)', 'Find a person on record (name, ID number)'],
  'lookup.martyr': ['Tìm liệt sĩ (họ tên, số Bằng Tổ quốc ghi công)', 'Find a martyr (name, certificate number)'],
  'lookup.none': ['Không tìm thấy. Có thể nhập tay bên dưới.', 'Nothing found. You can type below.'],
  'lookup.more': ['Gõ ít nhất 2 ký tự', 'Type at least 2 characters'],
  'lookup.searching': ['Đang tìm…', 'Searching…'],
  'lookup.found': ['{0} kết quả', '{0} results'],
  'lookup.filled': ['Đã điền từ sổ: {0}', 'Filled from the record: {0}'],
  'lookup.clear': ['Bỏ liên kết', 'Unlink'],

  'date.placeholder': ['dd/mm/yyyy', 'dd/mm/yyyy'],
  'date.orYear': ['dd/mm/yyyy hoặc năm', 'dd/mm/yyyy or a year'],
  'date.pick': ['Mở lịch', 'Open the calendar'],
  'select.empty': ['Chọn…', 'Choose…'],
  'select.none': ['Không có mục nào như vậy.', 'Nothing like that in the list.'],
  'list.remove': ['Xóa dòng {0}', 'Remove line {0}'],

  'check.required': ['Cần nhập mục này.', 'This is needed.'],
  'check.requiredChoice': ['Cần chọn một mục.', 'Choose one.'],
  'check.date': ['Ngày chưa đúng. Nhập theo dạng 31/12/1975.', 'Not a date. Write it as 31/12/1975.'],
  'check.dateOrYear': [
    'Ngày chưa đúng. Nhập dạng 31/12/1948 hoặc chỉ năm 1948.',
    'Not a date. Write 31/12/1948, or the year 1948 alone.'
  ],
  'check.pastDate': ['Ngày này không thể ở tương lai.', 'This date cannot lie in the future.'],
  'check.fullName': [
    'Họ và tên cần ít nhất hai từ, không có chữ số.',
    'A full name has at least two words and no digits.'
  ],
  'check.idNumber': ['Số CCCD hoặc số định danh gồm 12 chữ số.', 'An ID number has 12 digits.'],
  'check.idNumberOld': ['Số CMND gồm 9 hoặc 12 chữ số.', 'An old ID number has 9 or 12 digits.'],
  'check.phone': [
    'Số điện thoại gồm 10 hoặc 11 chữ số, bắt đầu bằng 0.',
    'A phone number has 10 or 11 digits and begins with 0.'
  ],
  'check.email': ['Địa chỉ email chưa đúng.', 'Not an email address.'],
  'check.year': ['Năm gồm 4 chữ số.', 'A year has 4 digits.'],
  'check.pattern': ['Nội dung chưa đúng dạng.', 'Not in the expected form.'],
  'check.minLength': ['Cần ít nhất {0} ký tự.', 'At least {0} characters.'],
  'check.maxLength': ['Nhiều nhất {0} ký tự.', 'At most {0} characters.'],
  'check.min': ['Không được nhỏ hơn {0}.', 'Not less than {0}.'],
  'check.max': ['Không được lớn hơn {0}.', 'Not more than {0}.'],
  'check.number': ['Cần nhập một số.', 'A number is needed.'],
  'check.integer': ['Cần nhập số nguyên.', 'A whole number is needed.'],
  'check.decimals': ['Nhiều nhất {0} chữ số sau dấu phẩy.', 'At most {0} decimals.'],
  'check.reasonCode': ['Hãy chọn lý do.', 'Choose a reason.'],
  'check.reason': ['Hãy nêu rõ bằng lời.', 'Say it in words.'],
  'check.items': [
    'Hãy chọn hoặc ghi ít nhất một nội dung cần bổ sung.',
    'Choose or write at least one thing to be supplied.'
  ],
  'check.bodyKind': ['Hãy chọn loại cơ quan được chờ.', 'Choose the kind of body that is awaited.'],
  'check.body': ['Hãy ghi tên cơ quan được chờ.', 'Name the body that is awaited.'],

  'time.none': ['không có hạn', 'no due date'],

  'nav.home': ['Trang chủ', 'Home'],
  'nav.lists': ['Danh sách', 'Lists'],
  'diagram.active': ['Đang ở đây', 'Here now'],
  'form.failed': [
    'Không vẽ được biểu mẫu này. Xem các câu chữ ở trên.',
    'This form cannot be drawn. Read its texts above.'
  ],
  'diagram.failed': [
    'Không vẽ được sơ đồ. Danh sách các bước ở bên dưới.',
    'The diagram cannot be drawn. The steps are listed below.'
  ],
  'diagram.zoomIn': ['Phóng to', 'Zoom in'],
  'diagram.zoomOut': ['Thu nhỏ', 'Zoom out'],
  'diagram.fit': ['Vừa khung', 'Fit']
};

/** What form-js says by itself, by the English it asks for. */
const FORM_JS = {
  'Add new': ['Thêm', 'Add'],
  Collapse: ['Thu gọn', 'Collapse'],
  'Expand all ({value})': ['Mở rộng tất cả ({value})', 'Expand all ({value})'],
  Increment: ['Tăng', 'Increase'],
  Decrement: ['Giảm', 'Decrease'],
  'Nothing to show.': ['Không có gì.', 'Nothing to show.'],
  'No content to show.': ['Không có gì.', 'Nothing to show.'],
  'Next page': ['Trang sau', 'Next page'],
  'Previous page': ['Trang trước', 'Previous page'],
  '{page} of {total}': ['{page} trên {total}', '{page} of {total}'],
  Search: ['Tìm', 'Search'],
  'Skip to search': ['Tới ô tìm', 'Skip to search'],
  'Remove tag': ['Bỏ mục này', 'Remove'],
  'All values selected': ['Đã chọn tất cả', 'All chosen'],
  'Click to remove sorting': ['Bấm để bỏ sắp xếp', 'Click to remove sorting'],
  'Click to sort by {value} ascending': ['Bấm để xếp tăng theo {value}', 'Click to sort by {value}, ascending'],
  'Click to sort by {value} descending': ['Bấm để xếp giảm theo {value}', 'Click to sort by {value}, descending'],
  'No files selected': ['Chưa chọn tệp', 'No files chosen'],
  '{value} files selected': ['Đã chọn {value} tệp', '{value} files chosen']
};

const LANGUAGES = ['vi', 'en'];

/** A function that gives the sentence of a key: t('papers.progress', 2, 5). */
export function texts(lang) {
  const column = lang === 'en' ? 1 : 0;
  const t = (key, ...values) => {
    const text = TEXTS[key]?.[column] ?? key;
    return text.replace(/\{(\d+)\}/g, (all, index) => values[index] ?? '');
  };
  t.lang = LANGUAGES[column];
  t.has = key => key in TEXTS;
  return t;
}

/** form-js' `translate` service in our words. */
export function formJsTexts(lang) {
  const column = lang === 'en' ? 1 : 0;
  return (template, values = {}) =>
    (FORM_JS[template]?.[column] ?? template).replace(/\{([^}]+)\}/g, (all, key) => values[key] ?? all);
}

export const ALL_TEXTS = TEXTS;
