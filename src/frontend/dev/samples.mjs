// Invented data in the shapes of our API, to look at the browser side without the server.

const CUSTOM = ['check', 'en', 'lookup', 'money', 'precision', 'processVariable', 'source'];

/** Custom words where Camunda Modeler puts them. */
const modeled = component => {
  const {components, ...rest} = component;
  const properties = {};
  for (const name of CUSTOM.filter(candidate => candidate in rest)) {
    properties[name] = String(rest[name]);
    delete rest[name];
  }
  return {
    ...rest,
    ...(Object.keys(properties).length ? {properties} : {}),
    ...(components ? {components: components.map(modeled)} : {})
  };
};

const address = (path, label) => ({
  type: 'group', path, label, id: `${path}Group`, showOutline: false, components: [
    {type: 'select', key: 'province', label: 'Tỉnh, thành phố', id: `${path}Province`, source: 'provinces', validate: {required: true}, layout: {row: `${path}1`, columns: 5}},
    {type: 'select', key: 'commune', label: 'Xã, phường, thị trấn', id: `${path}Commune`, source: 'communes', validate: {required: true}, layout: {row: `${path}1`, columns: 5}},
    {type: 'textfield', key: 'detail', label: 'Số nhà, thôn, tổ', id: `${path}Detail`, layout: {row: `${path}1`, columns: 6}}
  ]
});

export const receiveFile = modeled({
  id: 'receiveFile', type: 'default', executionPlatform: 'Camunda Platform', executionPlatformVersion: '7.24.0', schemaVersion: 18,
  components: [
    {type: 'radio', key: 'requestKind', id: 'requestKind', label: 'Loại đề nghị', en: 'Kind of request', validate: {required: true}, processVariable: true,
      values: [{value: 'FIRST_GRANT', label: 'Đề nghị trợ cấp lần đầu', en: 'First grant'}, {value: 'CHANGE_OF_WORSHIPPER', label: 'Thay đổi người thờ cúng', en: 'Change of worshipper'}]},
    {type: 'group', path: 'applicant', id: 'applicant', label: 'Người thờ cúng', en: 'Worshipper', lookup: 'person', showOutline: true, components: [
      {type: 'textfield', key: 'fullName', id: 'fullName', label: 'Họ và tên', en: 'Full name', check: 'fullName', validate: {required: true}, layout: {row: 'a1', columns: 8}},
      {type: 'datetime', subtype: 'date', key: 'dateOfBirth', id: 'dateOfBirth', label: 'Ngày sinh', en: 'Date of birth', precision: 'dateOrYear', check: 'pastDate', validate: {required: true}, layout: {row: 'a1', columns: 4}},
      {type: 'select', key: 'gender', id: 'gender', label: 'Giới tính', validate: {required: true}, values: [{value: 'MALE', label: 'Nam'}, {value: 'FEMALE', label: 'Nữ'}], layout: {row: 'a1', columns: 4}},
      {type: 'select', key: 'idType', id: 'idType', label: 'Loại giấy tờ', defaultValue: 'CCCD', values: [{value: 'CCCD', label: 'CCCD'}, {value: 'CMND', label: 'CMND'}, {value: 'PASSPORT', label: 'Hộ chiếu'}], layout: {row: 'a2', columns: 4}},
      {type: 'textfield', key: 'idNumber', id: 'idNumber', label: 'Số CCCD / số định danh', check: 'idNumber', validate: {required: true}, layout: {row: 'a2', columns: 4}},
      {type: 'datetime', subtype: 'date', key: 'idIssueDate', id: 'idIssueDate', label: 'Ngày cấp', check: 'pastDate', layout: {row: 'a2', columns: 4}},
      {type: 'textfield', key: 'phone', id: 'phone', label: 'Số điện thoại', check: 'phone', layout: {row: 'a2', columns: 4}},
      address('permanentResidence', 'Nơi thường trú'),
      {type: 'select', key: 'relationshipToMartyr', id: 'relationship', label: 'Mối quan hệ với liệt sĩ', validate: {required: true}, values: [{value: 'CHILD', label: 'Con'}, {value: 'SIBLING', label: 'Anh, chị, em'}, {value: 'GRANDCHILD', label: 'Cháu'}, {value: 'OTHER', label: 'Khác'}], layout: {row: 'a9', columns: 8}},
      {type: 'textfield', key: 'relationshipText', id: 'relationshipText', label: 'Ghi rõ', conditional: {hide: '=applicant.relationshipToMartyr != "OTHER"'}, layout: {row: 'a9', columns: 8}}
    ]},
    {type: 'group', path: 'martyr', id: 'martyr', label: 'Liệt sĩ được thờ cúng', lookup: 'martyr', showOutline: true, components: [
      {type: 'textfield', key: 'fullName', id: 'martyrName', label: 'Họ tên liệt sĩ', check: 'fullName', validate: {required: true}, layout: {row: 'm1', columns: 8}},
      {type: 'textfield', key: 'homeTown', id: 'martyrHome', label: 'Nguyên quán', validate: {required: true}, layout: {row: 'm1', columns: 8}},
      {type: 'textfield', key: 'certificateNumber', id: 'certificateNumber', label: 'Số Bằng Tổ quốc ghi công', description: 'Ví dụ 7L-496x', validate: {required: true}, layout: {row: 'm2', columns: 5}},
      {type: 'textfield', key: 'certificateDecisionNumber', id: 'decisionNumber', label: 'Theo Quyết định số', validate: {required: true}, layout: {row: 'm2', columns: 5}},
      {type: 'datetime', subtype: 'date', key: 'certificateDecisionDate', id: 'decisionDate', label: 'Ngày của quyết định', precision: 'dateOrYear', check: 'pastDate', validate: {required: true}, layout: {row: 'm2', columns: 6}}
    ]},
    {type: 'dynamiclist', path: 'relatives', id: 'relatives', label: 'Tình hình thân nhân liệt sĩ', showOutline: true, isRepeating: true, allowAddRemove: true, defaultRepetitions: 1, components: [
      {type: 'textfield', key: 'fullName', id: 'relName', label: 'Họ và tên', validate: {required: true}, layout: {row: 'r1', columns: 6}},
      {type: 'datetime', subtype: 'date', key: 'dateOfBirth', id: 'relBirth', label: 'Ngày sinh', precision: 'dateOrYear', layout: {row: 'r1', columns: 4}},
      {type: 'select', key: 'relationship', id: 'relRel', label: 'Quan hệ', values: [{value: 'SPOUSE', label: 'Vợ hoặc chồng'}, {value: 'CHILD', label: 'Con'}, {value: 'SIBLING', label: 'Anh, chị, em'}], layout: {row: 'r1', columns: 4}},
      {type: 'checkbox', key: 'alive', id: 'relAlive', label: 'Còn sống', layout: {row: 'r1', columns: 2}}
    ]},
    {type: 'number', key: 'otherSupport', id: 'otherSupport', label: 'Trợ cấp khác đang hưởng mỗi tháng', money: true, layout: {row: 'z', columns: 8}},
    {type: 'checkbox', key: 'submitterIsOwner', id: 'submitterIsOwner', label: 'Người nộp là chủ hồ sơ', defaultValue: true, layout: {row: 'z', columns: 8}}
  ]
});

export const confirmFile = modeled({
  id: 'confirmFile', type: 'default', components: [
    {type: 'text', text: '### Xác nhận của Ủy ban nhân dân cấp xã', id: 'head'},
    {type: 'radio', key: 'relativesComplete', id: 'relativesComplete', label: 'Kê khai thân nhân đầy đủ, đúng sự thật?', validate: {required: true}, values: [{value: 'YES', label: 'Đúng'}, {value: 'NO', label: 'Chưa đúng'}]},
    {type: 'datetime', subtype: 'date', key: 'postedOn', id: 'postedOn', label: 'Ngày niêm yết công khai', check: 'pastDate', layout: {row: 'Row_1', columns: 8}},
    {type: 'number', key: 'postedDays', id: 'postedDays', label: 'Số ngày niêm yết', validate: {min: 1, max: 60}, decimalDigits: 0, layout: {row: 'Row_1', columns: 8}},
    {type: 'checklist', key: 'checked', id: 'checked', label: 'Đã đối chiếu', values: [{value: 'FORM', label: 'Đơn đề nghị (Mẫu 18)'}, {value: 'CERT', label: 'Bằng Tổ quốc ghi công'}, {value: 'MINUTES', label: 'Biên bản họp thân tộc'}]},
    {type: 'textarea', key: 'opinion', id: 'opinion', label: 'Ý kiến', validate: {required: true, maxLength: 1000}}
  ]
});

const papers = [
  {kind: 'form18', name: 'Đơn đề nghị trợ cấp thờ cúng liệt sĩ (Mẫu 18)', copyKind: 'ORIGINAL', copyKindLabel: 'Bản chính', quantity: 1, required: true, note: '', received: false, files: []},
  {kind: 'authorization', name: 'Văn bản ủy quyền của thân nhân liệt sĩ', copyKind: 'ORIGINAL', copyKindLabel: 'Bản chính', quantity: 1, required: true, note: 'Không cần khi chỉ còn một thân nhân', received: false, files: []},
  {kind: 'certificate', name: 'Bằng Tổ quốc ghi công', copyKind: 'CERTIFIED_COPY', copyKindLabel: 'Bản sao chứng thực', quantity: 1, required: true, note: '', received: false, files: []},
  {kind: 'other', name: 'Giấy tờ khác', copyKind: 'COPY', copyKindLabel: 'Bản sao', quantity: 1, required: false, note: '', received: false, files: []}
];

const reasons = [
  {code: 'NOT_ENTITLED_PERSON', label: 'Không thuộc đối tượng', article: 'Điều 28 Nghị định 131/2021/NĐ-CP'},
  {code: 'RELATIVE_DRAWS_MONTHLY', label: 'Còn thân nhân hưởng trợ cấp tuất hằng tháng', article: 'Khoản 4 Điều 15 Pháp lệnh 02/2020/UBTVQH14'},
  {code: 'NOT_COMPETENT_COMMUNE', label: 'Không đúng nơi nộp', article: 'Điều 28 Nghị định 131/2021/NĐ-CP'}
];

export const intake = {
  task: null, case: null,
  procedure: {key: 'worshipAllowance', name: 'Giải quyết chế độ trợ cấp thờ cúng liệt sĩ', code: '1.010803', legalBasis: ['Nghị định 131/2021/NĐ-CP, Điều 28'], officeName: 'Ủy ban nhân dân phường Đông Kinh'},
  form: receiveFile, data: {requestKind: 'FIRST_GRANT', submitterIsOwner: true}, papers, papersEditable: true, statements: [], documents: [], timeline: [], warnings: [],
  outcomes: [
    {code: 'ACCEPT', label: 'Tiếp nhận', style: 'primary', needs: []},
    {code: 'SUPPLEMENT', label: 'Yêu cầu bổ sung', style: 'secondary', needs: ['items', 'reason']},
    {code: 'REFUSE', label: 'Từ chối tiếp nhận', style: 'danger', needs: ['reasonCode'], reasons}
  ]
};

export function taskFrame(id, mine) {
  return {
    task: {id, name: 'Xử lý', step: 'confirmFile', phase: 'prepare', stepName: 'Xác nhận, lập danh sách', claimable: !mine && id !== 't3', assignee: mine ? 'canbo.dongkinh' : id === 't3' ? 'chutich.dongkinh' : null, assigneeName: mine ? 'Nông Thị Hạnh' : id === 't3' ? 'Lý Văn Tài' : null, mine},
    case: {code: 'LS-DK-2024-000123', procedureName: 'Giải quyết chế độ trợ cấp thờ cúng liệt sĩ', variantName: 'Đề nghị lần đầu', ownerName: 'Hoàng Thị Bính', subjectName: 'Liệt sĩ Hoàng Văn Thụ Em', state: 'AT_COMMUNE', stateLabel: 'Đang ở cấp xã', level: 'COMMUNE', officeName: 'UBND phường Đông Kinh', receivedOn: '2024-03-11'},
    deadline: {stepDueOn: '2024-03-18', caseDueOn: '2024-04-08', color: 'AMBER', text: 'còn 1 ngày làm việc', ledger: [
      {day: '2024-03-11', title: 'Nhận đủ giấy tờ', explanation: 'Ngày nhận không tính. Thời hạn 5 ngày làm việc chạy từ 12/03/2024.', legalBasis: 'Nghị định 131/2021/NĐ-CP, Điều 28.3', confidence: 'A'},
      {day: '2024-03-16', title: 'Bỏ qua thứ Bảy, Chủ nhật', explanation: '16 và 17/03/2024 là ngày nghỉ hằng tuần.', legalBasis: 'Bộ luật Lao động 2019, Điều 111', confidence: 'A'},
      {day: '2024-03-18', title: 'Hạn của bước', explanation: 'Ngày làm việc thứ 5.', legalBasis: '', confidence: 'U'}]},
    form: confirmFile, data: {}, statements: [
      {step: 'receiveFile', stepName: 'Tiếp nhận hồ sơ', phase: null, by: 'Vi Thị Mến', office: 'UBND phường Đông Kinh', at: '2024-03-11T02:00:00Z', outcomeLabel: 'Tiếp nhận', reason: null, groups: [{title: '', fields: [{label: 'Cách nộp', value: 'Trực tiếp'}], tables: []}]}],
    application: [
      {title: 'Người thờ cúng', fields: [{label: 'Họ và tên', value: 'Hoàng Thị Bính'}, {label: 'Ngày sinh', value: '1961'}, {label: 'Số CCCD', value: '020161001234'}, {label: 'Nơi thường trú', value: 'Khối 4, phường Đông Kinh, TP. Lạng Sơn'}], tables: []},
      {title: 'Liệt sĩ', fields: [{label: 'Họ tên', value: 'Hoàng Văn Thụ Em'}, {label: 'Số Bằng', value: '7L-496b'}, {label: 'Ngày quyết định', value: '1978-07-27'}], tables: []},
      {title: 'Thân nhân', fields: [], tables: [{title: '', columns: ['Họ và tên', 'Ngày sinh', 'Quan hệ'], rows: [['Hoàng Thị Bính', '1961', 'Con'], ['Hoàng Văn Đinh', '1958-02-10', 'Con']]}]}],
    papers: papers.map((paper, index) => ({...paper, received: index < 3, files: index === 0 ? [{id: 'p1', name: 'mau-18-hoang-thi-binh.pdf', mediaType: 'application/pdf', size: 245000, url: '/api/papers/p1', previewUrl: '/api/papers/p1/preview', removable: false}] : []})),
    papersEditable: true,
    documents: [{id: 'd1', name: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', symbol: '123/TN', status: 'ISSUED', statusLabel: 'Đã ban hành', pdfUrl: '/api/papers/p1', wordUrl: null}, {id: 'd2', name: 'Tờ trình', symbol: null, status: 'DRAFT', statusLabel: 'Dự thảo', pdfUrl: '/api/papers/p1', wordUrl: '/api/papers/p1'}],
    timeline: [{at: '2024-03-11T02:00:00Z', who: 'Vi Thị Mến', what: 'Tiếp nhận hồ sơ', note: null}, {at: '2024-03-12T03:15:00Z', who: 'Hệ thống', what: 'Chuyển cán bộ lao động - xã hội', note: 'Phiếu kiểm soát số 1'}],
    eligibility: {result: 'ELIGIBLE', resultLabel: 'Đủ điều kiện', explanation: 'Liệt sĩ không còn thân nhân hưởng trợ cấp tuất hằng tháng; người được ủy quyền là con.', article: 'Nghị định 131/2021/NĐ-CP, Điều 28'},
    calculation: {lines: [{label: 'Trợ cấp thờ cúng liệt sĩ năm 2024', quantity: 1, unitAmount: 1400000, amount: 1400000, periodicity: 'mỗi năm', legalBasis: 'Nghị định 75/2021/NĐ-CP, Điều 13.2', note: '', confidence: 'A'}], totals: [{periodicity: 'mỗi năm', amount: '1.400.000 đ', inWords: 'Một triệu bốn trăm nghìn đồng'}]},
    outcomes: [
      {code: 'APPROVE', label: 'Trình ký', style: 'primary', needs: ['confirm']},
      {code: 'SUPPLEMENT', label: 'Yêu cầu bổ sung', style: 'secondary', needs: ['items', 'reason']},
      {code: 'SUSPEND', label: 'Tạm dừng chờ cơ quan khác', style: 'secondary', needs: ['body', 'reason']},
      {code: 'REJECT', label: 'Từ chối', style: 'danger', needs: ['reasonCode'], reasons}],
    warnings: id === 't1' ? ['Người nộp có một hồ sơ khác đang xử lý: LS-DK-2024-000098.'] : []
  };
}

export const lookups = {
  person: [{id: 'P1', title: 'Hoàng Thị Bính', subtitle: 'sinh 1961 · CCCD 020161001234 · Đông Kinh', values: {fullName: 'Hoàng Thị Bính', dateOfBirth: '1961', gender: 'FEMALE', idType: 'CCCD', idNumber: '020161001234', 'permanentResidence.province': 'LS', 'permanentResidence.commune': 'dongkinh'}}],
  martyr: [{id: 'M1', title: 'Hoàng Văn Thụ Em', subtitle: 'Bằng số 7L-496b · hy sinh 1972 · Văn Lãng', values: {fullName: 'Hoàng Văn Thụ Em', homeTown: 'Hoàng Văn Thụ, Văn Lãng, Lạng Sơn', certificateNumber: '7L-496b', certificateDecisionNumber: '1455/TTg', certificateDecisionDate: '1978-07-27'}}]
};

export const options = {
  provinces: [{value: 'LS', label: 'Lạng Sơn'}, {value: 'CB', label: 'Cao Bằng'}],
  communes: [{value: 'dongkinh', label: 'Phường Đông Kinh'}, {value: 'maipha', label: 'Xã Mai Pha'}, {value: 'hoangdong', label: 'Xã Hoàng Đồng'},
    ...Array.from({length: 40}, (_, index) => ({value: `c${index}`, label: `Xã mẫu số ${index + 1}`}))]
};
